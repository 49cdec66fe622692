import{a as o,b as r}from"./chunk-4FBA12F9.js";import"./chunk-7E4D5263.js";import"./chunk-90FFB4FA.js";export{o as createGenerator,r as randomDigits};
