import{c as o,d as r}from"./chunk-FG2EYGGD.js";import"./chunk-HXTDXNRD.js";export{o as createGenerator,r as randomDigits};
