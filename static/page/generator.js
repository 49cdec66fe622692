import{a as o,b as r}from"./chunk-1DE24F60.js";import"./chunk-7E4D5263.js";import"./chunk-D1B39757.js";export{o as createGenerator,r as randomDigits};
