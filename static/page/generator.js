import{a as o,b as r}from"./chunk-6333C0D3.js";import"./chunk-7E4D5263.js";import"./chunk-77E0C209.js";export{o as createGenerator,r as randomDigits};
