/* graph.js: one moves in the graph: drag, wheel, two fingers, keys. */
"use strict";
(() => {
  const canvas = document.querySelector(".canvas");
  const svg = canvas?.querySelector("svg");

  if (!svg) return;

  const STEP = 1.25;
  const all = svg.viewBox.baseVal;
  const whole = { x: all.x, y: all.y, width: all.width, height: all.height };
  let view = { ...whole };
  const fingers = new Map();
  let moved = false;

  canvas.classList.add("moves");
  svg.setAttribute("preserveAspectRatio", "xMidYMin meet");
  for (const button of document.querySelectorAll("[data-zoom]"))
    button.hidden = false;

  const put = () =>
    svg.setAttribute(
      "viewBox",
      [view.x, view.y, view.width, view.height].join(" "),
    );

  /* Units of the drawing for one pixel of the screen. */
  const scale = () =>
    Math.max(
      view.width / canvas.clientWidth,
      view.height / canvas.clientHeight,
    );

  const at = (clientX, clientY) => {
    const point = new DOMPoint(clientX, clientY);

    return point.matrixTransform(svg.getScreenCTM().inverse());
  };

  /* The point under `x`, `y` stays where it is. */
  const zoom = (factor, x, y) => {
    const width = view.width / factor;

    if (width < whole.width / 20 || width > whole.width * 2) return;
    view = {
      x: x - (x - view.x) / factor,
      y: y - (y - view.y) / factor,
      width,
      height: view.height / factor,
    };
    put();
  };

  const zoomMiddle = (factor) =>
    zoom(factor, view.x + view.width / 2, view.y + view.height / 2);

  const move = (dx, dy) => {
    view.x -= dx * scale();
    view.y -= dy * scale();
    put();
  };

  /* At first as large as can be read: the width of the canvas is filled, the
   * act that was asked for is in view. */
  const showAll = () => {
    view = { ...whole };
    put();
  };

  const start = () => {
    const ratio = canvas.clientHeight / canvas.clientWidth;
    const width = Math.min(whole.width, canvas.clientWidth * 1.15);

    view = { x: whole.x, y: whole.y, width, height: width * ratio };
    if (width === whole.width) view.height = whole.width * ratio;
    put();
  };

  const actions = {
    in: () => zoomMiddle(STEP),
    out: () => zoomMiddle(1 / STEP),
    all: showAll,
  };

  for (const button of document.querySelectorAll("[data-zoom]"))
    button.addEventListener("click", () => actions[button.dataset.zoom]());

  canvas.addEventListener("keydown", (event) => {
    const keys = {
      "+": actions.in,
      "=": actions.in,
      "-": actions.out,
      0: actions.all,
      ArrowLeft: () => move(80, 0),
      ArrowRight: () => move(-80, 0),
      ArrowUp: () => move(0, 80),
      ArrowDown: () => move(0, -80),
    };

    if (!keys[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });

  canvas.addEventListener(
    "wheel",
    (event) => {
      const point = at(event.clientX, event.clientY);

      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), point.x, point.y);
    },
    { passive: false },
  );

  /* ---- fingers and the mouse ---- */

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    fingers.set(event.pointerId, event);
    moved = false;
  });
  canvas.addEventListener("dragstart", (event) => event.preventDefault());

  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);

    if (!before) return;
    const dx = event.clientX - before.clientX;
    const dy = event.clientY - before.clientY;
    if (!moved && Math.hypot(dx, dy) < 4) return;
    if (!moved) canvas.setPointerCapture(event.pointerId);
    moved = true;
    canvas.classList.add("moved");
    if (fingers.size === 2) {
      const other = [...fingers.values()].find(
        (finger) => finger.pointerId !== event.pointerId,
      );
      const distance = (finger) =>
        Math.hypot(
          finger.clientX - other.clientX,
          finger.clientY - other.clientY,
        );
      const point = at(other.clientX, other.clientY);

      zoom(distance(event) / Math.max(1, distance(before)), point.x, point.y);
    } else {
      move(dx, dy);
    }
    fingers.set(event.pointerId, event);
  });

  for (const end of ["pointerup", "pointercancel"])
    canvas.addEventListener(end, (event) => {
      fingers.delete(event.pointerId);
      if (!fingers.size) canvas.classList.remove("moved");
    });

  /* A drag is no click on the act where it ends. */
  canvas.addEventListener(
    "click",
    (event) => {
      if (moved) event.preventDefault();
      moved = false;
    },
    true,
  );

  addEventListener("beforeprint", showAll);
  start();
})();
