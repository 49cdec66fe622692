import{a as o,b as r}from"./chunk-2WSRMDHF.js";import"./chunk-KY5BS4RR.js";import"./chunk-LMWH7LXD.js";export{o as createGenerator,r as randomDigits};
