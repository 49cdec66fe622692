import{c as o,d as r}from"./chunk-BIKLBTSH.js";import"./chunk-ARJQSDSU.js";export{o as createGenerator,r as randomDigits};
