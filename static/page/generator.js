import{a as o,b as r}from"./chunk-G5BSVRMY.js";import"./chunk-KY5BS4RR.js";import"./chunk-QVOSWE22.js";export{o as createGenerator,r as randomDigits};
