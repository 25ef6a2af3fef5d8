/* results.js: a range of years is dragged over the histogram. */
"use strict";
(() => {
  const drawing = document.querySelector("svg.years");
  const form = document.querySelector("form.range");

  if (!drawing || !form) return;

  const bars = [...drawing.querySelectorAll(".bar")];
  const first = Number(form.elements.from.value);
  const years = bars.map((bar) => Number(bar.dataset.year));
  const least = Math.min(...years);
  const width = drawing.viewBox.baseVal.width / 10;
  let start = null;
  let dragged = false;

  const yearAt = (event) => {
    const place = drawing.getBoundingClientRect();
    const share = (event.clientX - place.left) / place.width;
    const year = least + Math.floor(share * width);

    return Math.max(least, Math.min(Math.max(...years), year));
  };

  const mark = (from, to) => {
    drawing.classList.add("dragged");
    bars.forEach((bar, i) =>
      bar.classList.toggle("in", years[i] >= from && years[i] <= to),
    );
    form.elements.from.value = from;
    form.elements.to.value = to;
  };

  drawing.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    start = yearAt(event);
    dragged = false;
  });
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  drawing.addEventListener("pointermove", (event) => {
    const now = start === null ? null : yearAt(event);

    if (now === null || (now === start && !dragged)) return;
    if (!dragged) drawing.setPointerCapture(event.pointerId);
    dragged = true;
    mark(Math.min(start, now), Math.max(start, now));
  });
  drawing.addEventListener("pointerup", () => {
    start = null;
    if (dragged) form.requestSubmit();
  });
  drawing.addEventListener("pointercancel", () => {
    start = null;
    if (dragged) form.elements.from.value = first;
  });
  /* A drag is no click on the bar where it ends. */
  drawing.addEventListener(
    "click",
    (event) => dragged && event.preventDefault(),
    true,
  );
})();
