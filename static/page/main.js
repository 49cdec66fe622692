import"./chunk-D1B39757.js";
