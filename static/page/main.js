import"./chunk-F57A16E3.js";
