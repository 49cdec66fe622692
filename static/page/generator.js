import{c as o,d as r}from"./chunk-PO4E7KGC.js";import"./chunk-B5HDGPLW.js";export{o as createGenerator,r as randomDigits};
