import{a as o,b as r}from"./chunk-284F1A60.js";import"./chunk-7E4D5263.js";import"./chunk-316D8FFF.js";export{o as createGenerator,r as randomDigits};
