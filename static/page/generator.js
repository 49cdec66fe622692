import{c as o,d as r}from"./chunk-3VKTI5PU.js";import"./chunk-DYHPLBKE.js";export{o as createGenerator,r as randomDigits};
