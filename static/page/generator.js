import{a as o,b as r}from"./chunk-65DCE595.js";import"./chunk-7E4D5263.js";import"./chunk-3079F811.js";export{o as createGenerator,r as randomDigits};
