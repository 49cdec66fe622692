import{a as o,b as r}from"./chunk-E303FA39.js";import"./chunk-7E4D5263.js";import"./chunk-F57A16E3.js";export{o as createGenerator,r as randomDigits};
