import{c as o,d as r}from"./chunk-EKMGDJVO.js";import"./chunk-YNB4HOO4.js";export{o as createGenerator,r as randomDigits};
