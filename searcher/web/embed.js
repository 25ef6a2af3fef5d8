/* embed.js: <tracuu-search>, the search inside any page of the intranet.
 *
 *     <script src="https://tracuu.example/static/embed.js" defer></script>
 *     <tracuu-search limit="5" lang="vi" filter='nơi:"Hậu Giang"'></tracuu-search>
 *
 * It asks the server that this file came from, whose --origins must name the
 * page's origin.  Attributes: `q` what is searched at once, `limit` how many
 * results, `lang` vi or en, `filter` fields that are added to each query,
 * `target` of links.  Looks: --tracuu-ink, -soft, -paper, -line, -accent,
 * -accent-ink, -mark, -font, -size, -radius; parts: form, input, button,
 * status, results, hit.  Event: "tracuu-results" with the answer as `detail`.
 */
"use strict";
(() => {
  const ORIGIN = new URL(document.currentScript.src).origin;

  const WORDS = {
    vi: {
      label: "Tìm văn bản",
      hint: "Số hiệu, tên văn bản hoặc điều cần tìm",
      search: "Tìm",
      count: (n) => `${n.toLocaleString("vi")} văn bản`,
      all: "Xem tất cả",
      none: "Không tìm thấy văn bản nào",
      failed: "Chưa hỏi được máy chủ tra cứu",
      stub: "chưa có văn bản",
      meant: "Có phải bạn tìm: ",
    },
    en: {
      label: "Find documents",
      hint: "A number, a title, or what you look for",
      search: "Search",
      count: (n) => `${n.toLocaleString("en")} document${n === 1 ? "" : "s"}`,
      all: "See all",
      none: "No document found",
      failed: "The search server could not be asked",
      stub: "text not here",
      meant: "Did you mean: ",
    },
  };

  const STATUS = {
    in_force: { sign: "●", vi: "còn hiệu lực", en: "in force" },
    amended: { sign: "◆", vi: "đã sửa đổi", en: "amended" },
    partly_expired: { sign: "◐", vi: "hết hiệu lực một phần", en: "partly expired" },
    expired: { sign: "✕", vi: "hết hiệu lực", en: "expired" },
    suspended: { sign: "‖", vi: "ngưng hiệu lực", en: "suspended" },
    pending: { sign: "○", vi: "chưa có hiệu lực", en: "not yet in force" },
  };

  const SHEET = new CSSStyleSheet();
  SHEET.replaceSync(`
  :host {
    --ink: var(--tracuu-ink, #1d2329);
    --soft: var(--tracuu-soft, #55606b);
    --paper: var(--tracuu-paper, #ffffff);
    --line: var(--tracuu-line, #dcd9d0);
    --accent: var(--tracuu-accent, #1d4e89);
    --accent-ink: var(--tracuu-accent-ink, #ffffff);
    --mark: var(--tracuu-mark, #ffe9a8);
    --radius: var(--tracuu-radius, 8px);
    display: block;
    color: var(--ink);
    font: var(--tracuu-size, 1rem) / 1.55
      var(--tracuu-font, "Segoe UI", "Noto Sans", Roboto, Arial, sans-serif);
  }
  :host([hidden]) { display: none; }
  form { display: flex; gap: 0.5em; }
  input, button {
    font: inherit; min-height: 2.6em; padding: 0.3em 0.8em; box-sizing: border-box;
    border: 1px solid var(--soft); border-radius: var(--radius);
  }
  input { flex: 1; min-width: 0; background: var(--paper); color: inherit; }
  button {
    border-color: var(--accent); background: var(--accent);
    color: var(--accent-ink); cursor: pointer;
  }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  p, ol { margin: 0; padding: 0; list-style: none; }
  .status { margin: 0.6em 0 0; color: var(--soft); }
  .status:empty { display: none; }
  li { padding: 0.7em 0; border-bottom: 1px solid var(--line); }
  li:last-child { border: 0; }
  .who { color: var(--soft); }
  .who b { color: var(--ink); }
  a { color: var(--accent); }
  li > a { font-weight: 600; text-decoration: none; }
  li > a:hover { text-decoration: underline; }
  mark { background: var(--mark); color: inherit; border-radius: 2px; }
  `);

  const element = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);

    made.textContent = text;
    for (const [name, value] of Object.entries(attributes))
      if (value !== null && value !== undefined) made.setAttribute(name, value);
    return made;
  };

  class TracuuSearch extends HTMLElement {
    #root = this.attachShadow({ mode: "open" });
    #input;
    #status;
    #list;
    #asked = null;

    connectedCallback() {
      if (this.#input) return;
      this.#root.adoptedStyleSheets = [SHEET];
      this.#build();
      if (this.getAttribute("q")) this.search(this.getAttribute("q"));
    }

    get #lang() {
      return this.lang === "en" ? "en" : "vi";
    }

    get #words() {
      return WORDS[this.#lang];
    }

    #build() {
      const form = element("form", "", { role: "search", part: "form" });

      this.#input = element("input", "", {
        type: "search",
        part: "input",
        "aria-label": this.#words.label,
        placeholder: this.#words.hint,
        autocomplete: "off",
      });
      this.#status = element("p", "", {
        class: "status",
        part: "status",
        role: "status",
      });
      this.#list = element("ol", "", { part: "results" });
      form.append(
        this.#input,
        element("button", this.#words.search, { part: "button" }),
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.search(this.#input.value);
      });
      this.#root.append(form, this.#status, this.#list);
    }

    /* The address of a page of the server. */
    #address(path, params = {}) {
      const url = new URL(path, ORIGIN);

      for (const [name, value] of Object.entries(params))
        url.searchParams.set(name, value);
      url.searchParams.set("lang", this.#lang);
      return url.href;
    }

    #line(query) {
      return [this.getAttribute("filter"), query].filter(Boolean).join(" ");
    }

    async search(query) {
      const limit = Number(this.getAttribute("limit")) || 5;

      this.#asked?.abort();
      this.#asked = new AbortController();
      if (this.#input.value !== query) this.#input.value = query;
      if (!query.trim()) {
        this.#status.textContent = "";
        this.#list.replaceChildren();
        return;
      }
      try {
        const answer = await fetch(
          this.#address("/api/v1/search", { q: this.#line(query), limit }),
          { signal: this.#asked.signal, credentials: "omit" },
        );

        if (!answer.ok) throw new Error(answer.statusText);
        this.#show(query, await answer.json());
      } catch (error) {
        if (error.name === "AbortError") return;
        this.#status.textContent = this.#words.failed;
        this.#list.replaceChildren();
      }
    }

    #show(query, answer) {
      const words = this.#words;
      const target = this.getAttribute("target");

      this.#status.replaceChildren(
        answer.hits.length ? words.count(answer.total.value) + " · " : words.none,
      );
      if (answer.hits.length)
        this.#status.append(
          element("a", words.all, {
            href: this.#address("/search", { q: this.#line(query) }),
            target,
          }),
        );
      this.#list.replaceChildren(
        ...answer.hits.map((hit) => this.#item(query, hit, target)),
      );
      this.dispatchEvent(
        new CustomEvent("tracuu-results", { detail: answer, bubbles: true }),
      );
    }

    #who(hit) {
      const line = element("p", "", { class: "who" });
      const status = STATUS[hit.status];
      const rest = [hit.issuer, hit.date?.split("-").reverse().join("/")];

      if (hit.stub) rest.push(this.#words.stub);
      else if (status) rest.push(status.sign + " " + status[this.#lang]);
      line.append(
        element("b", [hit.kind, hit.number].filter(Boolean).join(" ")),
        rest.filter(Boolean).map((part) => " · " + part).join(""),
      );
      return line;
    }

    #snippet(snippet) {
      const line = element("p", "");
      const letters = [...snippet.text]; /* offsets are code points */
      let at = 0;

      for (const [start, end] of snippet.highlights) {
        line.append(letters.slice(at, start).join(""));
        line.append(element("mark", letters.slice(start, end).join("")));
        at = end;
      }
      line.append(letters.slice(at).join(""));
      return line;
    }

    #item(query, hit, target) {
      const item = element("li", "", { part: "hit" });
      const path = "/doc/" + hit.id.split("/").map(encodeURIComponent).join("/");

      item.append(
        this.#who(hit),
        element("a", hit.title || hit.number || hit.id, {
          href: this.#address(path, { q: query }),
          target,
        }),
      );
      if (hit.passages[0]) item.append(this.#snippet(hit.passages[0].snippet));
      return item;
    }
  }

  customElements.define("tracuu-search", TracuuSearch);
})();
