import{a as o,b as r}from"./chunk-1431C300.js";import"./chunk-7E4D5263.js";import"./chunk-9F1A2636.js";export{o as createGenerator,r as randomDigits};
