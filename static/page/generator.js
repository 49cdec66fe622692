import{a as o,b as r}from"./chunk-C4E063FD.js";import"./chunk-7E4D5263.js";import"./chunk-CF9AA77A.js";export{o as createGenerator,r as randomDigits};
