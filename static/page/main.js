import"./chunk-3079F811.js";
