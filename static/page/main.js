import"./chunk-E1DF213E.js";
