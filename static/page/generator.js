import{a as o,b as r}from"./chunk-A1AA57BF.js";import"./chunk-7E4D5263.js";import"./chunk-8A5F56ED.js";export{o as createGenerator,r as randomDigits};
