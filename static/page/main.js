import"./chunk-FE1AFB8C.js";
