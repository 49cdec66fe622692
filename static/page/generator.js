import{a as o,b as r}from"./chunk-D19A744A.js";import"./chunk-7E4D5263.js";import"./chunk-9F89EF96.js";export{o as createGenerator,r as randomDigits};
