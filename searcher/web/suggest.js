/* suggest.js: suggestions while one types, as a combobox with a list box
 * (WAI-ARIA Authoring Practices): arrow keys choose, Enter takes, Escape
 * closes, and nothing on the page moves. */
"use strict";
(() => {
  const WAIT = 120; /* milliseconds behind a key */
  const LEAST = 2; /* characters */
  const MOST = 8; /* suggestions */
  const box = document.getElementById("q");

  if (!box) return;

  const form = box.form;
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let asked = null; /* the request that is under way */
  let timer = 0;
  let typed = box.value;
  let chosen = -1;

  list.id = "q-options";
  list.className = "options";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.suggestions);
  told.className = "aside";
  told.setAttribute("role", "status");
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", "false");
  box.setAttribute("aria-controls", list.id);
  box.parentElement.append(list);
  form.append(told);

  const close = () => {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  /* ---- the list ---- */

  /* Lower case without marks, letter by letter: lengths stay the same. */
  const fold = (text) =>
    [...text.normalize("NFC").toLowerCase()]
      .map((c) => c.normalize("NFD")[0].replace("đ", "d"))
      .join("");

  /* What was typed is set in bold where the suggestion has it. */
  const put = (into, text) => {
    const at = fold(text).indexOf(fold(typed.trim()));

    if (at < 0) {
      into.append(text);
      return;
    }
    const letters = [...text.normalize("NFC")];
    const end = at + [...typed.trim().normalize("NFC")].length;
    const bold = document.createElement("b");
    bold.textContent = letters.slice(at, end).join("");
    into.append(letters.slice(0, at).join(""), bold);
    into.append(letters.slice(end).join(""));
  };

  /* A suggestion with an id is a document and leads to it. */
  const address = (suggestion) => {
    const url = new URL("/doc/", location.href);

    url.pathname += suggestion.id.split("/").map(encodeURIComponent).join("/");
    for (const name of ["lang", "embed"])
      if (form.elements[name]) url.searchParams.set(name, form.elements[name].value);
    return url.href;
  };

  const take = (item) => {
    if (item.dataset.address) {
      location.assign(item.dataset.address);
      return;
    }
    box.value = item.dataset.text;
    close();
    form.requestSubmit();
  };

  const item = (suggestion, i) => {
    const li = document.createElement("li");
    const text = document.createElement("span");
    const kind = document.createElement("small");
    const isDocument = Boolean(suggestion.id);

    li.id = "q-option-" + i;
    li.setAttribute("role", "option");
    li.setAttribute("aria-selected", "false");
    li.dataset.text = suggestion.text;
    if (isDocument) li.dataset.address = address(suggestion);
    put(text, suggestion.text);
    kind.textContent = isDocument
      ? box.dataset.document
      : /\d/.test(suggestion.text)
        ? box.dataset.number
        : box.dataset.words;
    li.append(text, kind);
    /* The box keeps the focus. */
    li.addEventListener("mousedown", (event) => event.preventDefault());
    li.addEventListener("click", () => take(li));
    return li;
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.slice(0, MOST).map(item));
    chosen = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = !list.children.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = list.hidden
      ? ""
      : box.dataset.suggested.replace("%", list.children.length);
  };

  const choose = (i) => {
    const items = list.children;

    if (chosen >= 0) items[chosen].setAttribute("aria-selected", "false");
    chosen = i;
    if (i < 0) {
      box.value = typed;
      box.removeAttribute("aria-activedescendant");
      return;
    }
    items[i].setAttribute("aria-selected", "true");
    items[i].scrollIntoView({ block: "nearest" });
    box.value = items[i].dataset.text;
    box.setAttribute("aria-activedescendant", items[i].id);
  };

  /* ---- asking ---- */

  const ask = async () => {
    const url = new URL("/api/v1/suggest", location.href);

    asked?.abort();
    asked = new AbortController();
    url.searchParams.set("q", typed);
    url.searchParams.set("limit", MOST);
    try {
      const answer = await fetch(url, { signal: asked.signal });
      const found = answer.ok ? await answer.json() : { suggestions: [] };

      if (document.activeElement === box) show(found.suggestions);
    } catch {
      /* aborted, or the server is gone: no suggestions */
    }
  };

  box.addEventListener("input", () => {
    typed = box.value;
    clearTimeout(timer);
    if (typed.trim().length < LEAST) {
      asked?.abort();
      close();
    } else {
      timer = setTimeout(ask, WAIT);
    }
  });

  box.addEventListener("keydown", (event) => {
    const count = list.children.length;

    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      box.value = typed;
      close();
    } else if (event.key === "ArrowDown" && list.hidden) {
      if (typed.trim().length >= LEAST) ask();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;

      event.preventDefault();
      /* One place more than there are items: the box itself. */
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    }
  });

  box.addEventListener("blur", close);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asked?.abort();
  });
})();
