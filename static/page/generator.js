import{a as o,b as r}from"./chunk-FBDF5B52.js";import"./chunk-7E4D5263.js";import"./chunk-7618B183.js";export{o as createGenerator,r as randomDigits};
