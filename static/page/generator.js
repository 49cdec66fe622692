import{a as o,b as r}from"./chunk-A8C27EF8.js";import"./chunk-7E4D5263.js";import"./chunk-E1DF213E.js";export{o as createGenerator,r as randomDigits};
