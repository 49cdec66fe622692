import"./chunk-CF9AA77A.js";
