import"./chunk-LMWH7LXD.js";
