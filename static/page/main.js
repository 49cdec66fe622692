import"./chunk-DYHPLBKE.js";
