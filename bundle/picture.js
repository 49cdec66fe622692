import{a}from"./chunk_7.js";import"./chunk_4.js";import"./chunk_8.js";import"./chunk_5.js";import"./chunk_3.js";export{a as createPictureReader};
