import"./chunk-6ZCZBWXY.js";
