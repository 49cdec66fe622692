import{a as o,b as r}from"./chunk-BB4A2A56.js";import"./chunk-7E4D5263.js";import"./chunk-72C368CF.js";export{o as createGenerator,r as randomDigits};
