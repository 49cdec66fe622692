import"./chunk-1439A54F.js";
