import"./chunk-E6082C56.js";
