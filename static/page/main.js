import"./chunk-HXTDXNRD.js";
