import"./chunk-QVOSWE22.js";
