import"./chunk-YNB4HOO4.js";
