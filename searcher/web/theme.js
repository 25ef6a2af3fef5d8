/* theme.js: the choice of light or dark, before anything is painted. */
"use strict";
(() => {
  try {
    const chosen = localStorage.getItem("tracuu-theme");
    if (chosen === "light" || chosen === "dark")
      document.documentElement.dataset.theme = chosen;
  } catch {
    /* storage is forbidden in some frames: the system's choice stands */
  }
})();
