import"./chunk-9F89EF96.js";
