import"./chunk-GICRIJJM.js";
