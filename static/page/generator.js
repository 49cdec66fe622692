import{c as o,d as r}from"./chunk-OR6BETTM.js";import"./chunk-23OLP4IS.js";export{o as createGenerator,r as randomDigits};
