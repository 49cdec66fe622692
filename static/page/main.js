import"./chunk-7618B183.js";
