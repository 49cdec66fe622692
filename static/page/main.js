import"./chunk-90FFB4FA.js";
