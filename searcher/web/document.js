/* document.js: reading: matches one after the other, the outline follows, a
 * reference says who it is, long lists can be filtered. */
"use strict";
(() => {
  const text = document.querySelector(".text");

  /* ---- matches ---- */

  const marks = text ? [...text.querySelectorAll("mark")] : [];
  const counter = document.querySelector(".finder .matches");
  const words = counter?.textContent;
  let now = -1;

  const go = (step) => {
    if (!marks.length) return;
    marks[now]?.classList.remove("now");
    now = (now + step + marks.length) % marks.length;
    marks[now].classList.add("now");
    marks[now].scrollIntoView({ block: "center" });
    counter.textContent = now + 1 + " / " + words;
  };

  const button = (name, step) => {
    const found = document.querySelector(name);

    if (!found || !marks.length) return;
    found.hidden = false;
    found.addEventListener("click", () => go(step));
  };

  button(".match-previous", -1);
  button(".match-next", 1);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    if (event.key === "n") go(1);
    if (event.key === "p") go(now < 0 ? 0 : -1);
  });

  /* ---- the outline ---- */

  const links = new Map();

  for (const link of document.querySelectorAll(".outline a"))
    links.set(decodeURIComponent(link.hash.slice(1)), link);

  /* The last heading above the middle of the window is where one reads. */
  const follow = () => {
    let here = null;

    for (const [id, link] of links) {
      const part = document.getElementById(id);

      if (part && part.getBoundingClientRect().top < innerHeight / 3)
        here = link;
    }
    for (const link of links.values())
      if (link === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    const list = here?.closest(".outline");
    if (list && list.scrollHeight > list.clientHeight)
      list.scrollTop = here.offsetTop - list.clientHeight / 2;
  };

  if (links.size) {
    let waits = false;

    addEventListener(
      "scroll",
      () => {
        if (waits) return;
        waits = true;
        requestAnimationFrame(() => {
          waits = false;
          follow();
        });
      },
      { passive: true },
    );
    follow();
  }

  /* On a small screen the outline would push the text away. */
  const outline = document.querySelector(".outline details");
  if (outline && matchMedia("(width < 60rem)").matches) outline.open = false;

  /* ---- who a reference is ---- */

  const peek = document.createElement("div");
  let peeked = null;

  peek.className = "peek";
  peek.id = "peek";
  peek.setAttribute("role", "tooltip");
  peek.hidden = true;
  document.body.append(peek);

  const hide = () => {
    if (!peeked) return;
    peeked.title = peek.dataset.title;
    peeked.removeAttribute("aria-describedby");
    peeked = null;
    peek.hidden = true;
  };

  const show = (link) => {
    if (link === peeked || !link.title) return;
    hide();
    peeked = link;
    peek.dataset.title = link.title;
    peek.textContent = link.title;
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", peek.id);
    peek.hidden = false;
    const place = link.getClientRects()[0];
    const room = document.documentElement.clientWidth - peek.offsetWidth - 16;
    peek.style.left = Math.max(16, Math.min(place.left, room)) + scrollX + "px";
    peek.style.top = place.bottom + scrollY + 6 + "px";
  };

  for (const link of document.querySelectorAll(".text a.ref")) {
    link.addEventListener("pointerenter", () => show(link));
    link.addEventListener("focus", () => show(link));
    link.addEventListener("pointerleave", hide);
    link.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", (e) => e.key === "Escape" && hide());

  /* ---- long lists ---- */

  const fold = (s) =>
    s.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");

  for (const field of document.querySelectorAll(".filter-list")) {
    const entries = [...document.querySelectorAll(".relations .entries > li")];
    const texts = entries.map((entry) => fold(entry.textContent));
    const folded = [...document.querySelectorAll(".relations details")];

    field.hidden = false;
    field.addEventListener("input", () => {
      const wanted = fold(field.value).split(/\s+/).filter(Boolean);

      entries.forEach((entry, i) => {
        entry.hidden = !wanted.every((word) => texts[i].includes(word));
      });
      for (const details of folded) details.open = wanted.length > 0;
      for (const group of document.querySelectorAll(".relations .group"))
        group.hidden = !group.querySelector(".entries > li:not([hidden])");
    });
  }
})();
