import"./chunk-B5HDGPLW.js";
