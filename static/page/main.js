import"./chunk-72C368CF.js";
