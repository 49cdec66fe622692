import"./chunk-9F1A2636.js";
