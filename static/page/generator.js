import{a as o,b as r}from"./chunk-L3M5T7RR.js";import"./chunk-KY5BS4RR.js";import"./chunk-QB3RZPN5.js";export{o as createGenerator,r as randomDigits};
