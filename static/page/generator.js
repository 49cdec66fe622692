import{a as o,b as r}from"./chunk-E5F303E9.js";import"./chunk-7E4D5263.js";import"./chunk-E6082C56.js";export{o as createGenerator,r as randomDigits};
