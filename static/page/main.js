import"./chunk-8A5F56ED.js";
