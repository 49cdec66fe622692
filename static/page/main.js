import"./chunk-77E0C209.js";
