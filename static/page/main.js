import"./chunk-316D8FFF.js";
