import"./chunk-E7JDOEEP.js";
