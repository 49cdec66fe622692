import"./chunk-QB3RZPN5.js";
