import{f as a,g as b}from"./chunk_5.js";import"./chunk_6.js";import"./chunk_4.js";export{a as WORKING_SIDE,b as normalize};
