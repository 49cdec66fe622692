import"./chunk-7C254710.js";
