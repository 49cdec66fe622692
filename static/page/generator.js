import{a as o,b as r}from"./chunk-4755C11B.js";import"./chunk-7E4D5263.js";import"./chunk-7C254710.js";export{o as createGenerator,r as randomDigits};
