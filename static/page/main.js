import"./chunk-CA2BI4K2.js";
