import{c as o,d as r}from"./chunk-XLDKCMID.js";import"./chunk-6ZCZBWXY.js";export{o as createGenerator,r as randomDigits};
