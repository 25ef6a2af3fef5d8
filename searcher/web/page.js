/* page.js: what every page has: light or dark, keys, printing, copying. */
"use strict";
(() => {
  const root = document.documentElement;

  /* ---- light or dark ---- */

  const isDark = () =>
    (root.dataset.theme ||
      (matchMedia("(prefers-color-scheme: dark)").matches
        ? "dark"
        : "light")) === "dark";

  for (const button of document.querySelectorAll("button.theme")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      button.setAttribute("aria-pressed", String(isDark()));
      try {
        localStorage.setItem("tracuu-theme", root.dataset.theme);
      } catch {
        /* not kept, then */
      }
    });
  }

  /* ---- keys ---- */

  const isTyping = (event) =>
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.target.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const box = document.getElementById("q");

    if (event.key !== "/" || isTyping(event) || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  /* ---- printing and copying ---- */

  for (const button of document.querySelectorAll("button.print")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  /* Old browsers, and pages that came without TLS, have no clipboard. */
  const copy = async (element) => {
    const text = element.textContent;

    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if (!document.execCommand("copy")) throw new Error("not copied");
    return undefined;
  };

  for (const button of document.querySelectorAll("button.copy")) {
    const words = button.textContent;

    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await copy(document.getElementById(button.dataset.copies));
        button.textContent = button.dataset.done;
        setTimeout(() => (button.textContent = words), 2000);
      } catch {
        /* the text is selected: it can be copied by hand */
      }
    });
  }
})();
