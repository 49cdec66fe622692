import"./chunk-ARJQSDSU.js";
