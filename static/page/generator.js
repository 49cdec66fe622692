import{a as o,b as r}from"./chunk-E6ED8C59.js";import"./chunk-7E4D5263.js";import"./chunk-1439A54F.js";export{o as createGenerator,r as randomDigits};
