import{f as a,g as b}from"./chunk_4.js";import"./chunk_5.js";export{a as WORKING_SIDE,b as normalize};
