import"./chunk-23OLP4IS.js";
