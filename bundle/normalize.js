import{d as a}from"./chunk_5.js";import"./chunk_6.js";import"./chunk_4.js";export{a as normalize};
