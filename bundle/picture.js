import{a}from"./chunk_8.js";import"./chunk_5.js";import"./chunk_9.js";import"./chunk_6.js";import"./chunk_3.js";import"./chunk_4.js";export{a as createPictureReader};
