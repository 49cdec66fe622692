import{a as o,b as r}from"./chunk-27AC9AEB.js";import"./chunk-7E4D5263.js";import"./chunk-FE1AFB8C.js";export{o as createGenerator,r as randomDigits};
