/* cases.mjs: what people do with the page.
 */
import assert from "node:assert/strict";

export const CT48 = "/doc/corpus/trung-uong/48-CT-TW-2010.txt";
export const QUERY = "/search?q=chi+thi+48+phong+chong+toi+pham";

const textOf = (page, selector) => page.locator(selector).first().innerText();
const countOf = (page, selector) => page.locator(selector).count();

async function openQuery(page, world, query = QUERY) {
  await page.goto(world.address(query));
}

export const cases = [
  {
    name: "search without diacritics finds the directive first",
    run: async (page, world) => {
      await page.goto(world.address("/"));
      await page.fill("#q", "chi thi 48 phong chong toi pham");
      await page.press("#q", "Enter");
      await page.waitForURL(/\/search\?q=chi/);
      assert.match(await textOf(page, ".hit .number"), /Chỉ thị 48-CT\/TW/);
      assert.match(await textOf(page, ".hit .ties"), /13-KL\/TW/);
      assert.match(
        await textOf(page, ".meant"),
        /chỉ thị 48 phòng chống tội phạm/,
      );
      assert.ok((await countOf(page, ".hit mark")) > 3);
    },
  },
  {
    name: "a suggestion is taken by keyboard alone",
    run: async (page, world) => {
      const box = page.locator("#q");

      await page.goto(world.address("/"));
      assert.equal(await box.getAttribute("aria-expanded"), "false");
      await page.keyboard.type("chi thi 48");
      await page.waitForSelector("[role=option]");
      assert.equal(await box.getAttribute("aria-expanded"), "true");
      await page.keyboard.press("ArrowDown");
      const active = await box.getAttribute("aria-activedescendant");
      assert.equal(
        await page.locator(`#${active}`).getAttribute("aria-selected"),
        "true",
      );
      await page.keyboard.press("Escape");
      assert.equal(await box.inputValue(), "chi thi 48");
      assert.equal(await box.getAttribute("aria-expanded"), "false");
      await page.keyboard.press("ArrowDown");
      await page.waitForSelector("[role=option]");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/(doc|search)/);
    },
  },
  {
    name: "nothing moves when suggestions come",
    run: async (page, world) => {
      await openQuery(page, world);
      const before = await page.locator(".hit").first().boundingBox();

      await page.fill("#q", "");
      await page.locator("#q").pressSequentially("ke hoach");
      await page.waitForSelector("[role=option]");
      assert.deepEqual(await page.locator(".hit").first().boundingBox(), before);
    },
  },
  {
    name: "a facet narrows the list and can be taken off",
    run: async (page, world) => {
      await openQuery(page, world);
      const all = await textOf(page, ".total");

      await page.locator(".facet li a").first().click();
      await page.waitForSelector(".chip");
      const kind = await page.locator(".chip").innerText();
      assert.match(page.url(), /kind=/);
      assert.notEqual(await textOf(page, ".total"), all);
      for (const name of await page.locator(".hit .number").allInnerTexts())
        assert.ok(name.startsWith(kind.replace("✕", "").trim()), name);
      await page.locator(".chip").click();
      await page.locator(".chip").waitFor({ state: "detached" });
      assert.equal(await textOf(page, ".total"), all);
    },
  },
  {
    name: "a range of years is dragged over the histogram",
    run: async (page, world) => {
      await openQuery(page, world);
      const place = await page.locator("svg.years").boundingBox();
      const y = place.y + place.height / 2;

      await page.mouse.move(place.x + place.width * 0.6, y);
      await page.mouse.down();
      await page.mouse.move(place.x + place.width * 0.8, y, { steps: 5 });
      await page.mouse.up();
      await page.waitForURL(/from=\d{4}.*to=\d{4}/);
      assert.equal(await countOf(page, ".chip"), 2);
    },
  },
  {
    name: "the address has the whole state",
    run: async (page, world) => {
      const path = `${QUERY}&kind=k%E1%BA%BF+ho%E1%BA%A1ch&sort=newest`;

      await openQuery(page, world, path);
      const hits = await page.locator(".hit .number").allInnerTexts();
      assert.equal(
        await textOf(page, ".sort [aria-current]"),
        "Mới nhất",
      );
      await page.locator(".sort a").last().click();
      await page.waitForURL(/sort=oldest/);
      assert.match(page.url(), /kind=/);
      await page.goBack();
      assert.deepEqual(
        await page.locator(".hit .number").allInnerTexts(),
        hits,
      );
    },
  },
  {
    name: "pages follow one another without repeating a document",
    run: async (page, world) => {
      await openQuery(page, world);
      const first = await page.locator(".hit h2 a").evaluateAll((all) =>
        all.map((a) => a.pathname),
      );

      await page.locator(".pager [rel=next]").click();
      await page.waitForURL(/page=2/);
      const second = await page.locator(".hit h2 a").evaluateAll((all) =>
        all.map((a) => a.pathname),
      );
      assert.ok(second.length > 0);
      assert.deepEqual(second.filter((path) => first.includes(path)), []);
    },
  },
  {
    name: "a number that several acts bear names them",
    run: async (page, world) => {
      await openQuery(page, world, "/search?q=26-NQ%2FTW");
      assert.equal(await countOf(page, ".note .acts > li"), 2);
      await page.goto(world.address("/doc/26-NQ%2FTW"));
      assert.equal(await countOf(page, ".choose .acts > li"), 2);
      await page.locator(".choose .acts a.number").first().click();
      await page.waitForSelector("article.act");
    },
  },
  {
    name: "without a result the page says what was tried",
    run: async (page, world) => {
      await openQuery(page, world, "/search?q=qqqq+zzzz&year=2021");
      assert.match(await textOf(page, ".nothing"), /Đã thử/);
      await openQuery(page, world, "/search?q=999-Q%C4%90%2FTW");
      assert.match(await textOf(page, ".note"), /999-QĐ\/TW/);
    },
  },
  {
    name: "a document has outline, links, marks and card",
    run: async (page, world) => {
      await page.goto(world.address(`${CT48}?q=toi+pham`));
      assert.ok((await countOf(page, ".outline a")) >= 6);
      assert.ok((await countOf(page, ".text a.ref")) >= 2);
      assert.match(await textOf(page, ".card"), /Bộ Chính trị/);
      assert.match(await textOf(page, ".relations"), /13-KL\/TW/);
      assert.match(
        await textOf(page, "#citation"),
        /^Chỉ thị số 48-CT\/TW ngày 22\/10\/2010 của Bộ Chính trị về/,
      );
      await page.keyboard.press("n");
      assert.match(await textOf(page, ".matches"), /^1 \/ /);
      await page.keyboard.press("n");
      assert.match(await textOf(page, ".matches"), /^2 \/ /);
      assert.equal(await countOf(page, "mark.now"), 1);
    },
  },
  {
    name: "each link of the outline leads to its section",
    run: async (page, world) => {
      await page.goto(world.address("/doc/30%2F2020%2FN%C4%90-CP"));
      const wrong = await page.locator(".outline a").evaluateAll((all) =>
        all
          .filter((a) => {
            const part = document.getElementById(a.hash.slice(1));
            const label = a.querySelector("b").textContent;
            return !part || !part.textContent.trim().startsWith(label);
          })
          .map((a) => a.textContent),
      );

      assert.ok((await countOf(page, ".outline a")) > 5);
      assert.deepEqual(wrong, []);
    },
  },
  {
    name: "a reference tells who it is when it has the focus",
    run: async (page, world) => {
      await page.goto(world.address(CT48));
      const ref = page.locator(".text a.ref").first();

      await ref.focus();
      assert.match(await textOf(page, "#peek"), /09\/1998\/NQ-CP/);
      await page.keyboard.press("Escape");
      assert.ok(!(await page.locator("#peek").isVisible()));
      await ref.click();
      await page.waitForURL(/\/doc\//);
      assert.match(await textOf(page, ".title"), /09\/1998\/NQ-CP/);
    },
  },
  {
    name: "a dead act wears its successor on top",
    run: async (page, world) => {
      await page.goto(world.address("/doc/110%2F2004%2FN%C4%90-CP"));
      assert.match(await textOf(page, ".banner"), /30\/2020\/NĐ-CP/);
      await page.locator(".banner a").click();
      await page.waitForURL(/30-2020/);
    },
  },
  {
    name: "an act that nobody has is a page too",
    run: async (page, world) => {
      await page.goto(world.address("/doc/d:tw:ct:21:k10"));
      assert.match(await textOf(page, ".title"), /Chưa có văn bản/);
      assert.match(await textOf(page, ".relations"), /48-CT\/TW/);
    },
  },
  {
    name: "a citation is copied",
    options: { permissions: ["clipboard-read", "clipboard-write"] },
    run: async (page, world) => {
      await page.goto(world.address(CT48));
      await page.locator("button.copy").click();
      await page.locator("button.copy", { hasText: "Đã chép" }).waitFor();
      assert.match(
        await page.evaluate(() => navigator.clipboard.readText()),
        /^Chỉ thị số 48-CT\/TW/,
      );
    },
  },
  {
    name: "in the graph one can move, and the list says the same",
    run: async (page, world) => {
      const box = () => page.locator(".canvas svg").getAttribute("viewBox");

      await page.goto(world.address("/graph/d:tw:ct:48:k10"));
      const before = await box();
      await page.locator("[data-zoom=in]").click();
      const near = await box();
      assert.notEqual(near, before);
      const place = await page.locator(".canvas").boundingBox();
      await page.mouse.move(place.x + 300, place.y + 200);
      await page.mouse.down();
      await page.mouse.move(place.x + 200, place.y + 100, { steps: 4 });
      await page.mouse.up();
      assert.notEqual(await box(), near);
      await page.locator(".canvas").focus();
      await page.keyboard.press("0");
      const links = await countOf(page, ".canvas a");
      assert.equal(await countOf(page, ".graph-list .entries > li"), links);
      assert.ok(links > 10);
    },
  },
  {
    name: "the graph is saved as a drawing of its own",
    run: async (page, world) => {
      const answer = await page.request.get(
        world.address("/graph/d:tw:ct:48:k10?format=svg"),
      );

      assert.match(answer.headers()["content-type"], /image\/svg\+xml/);
      assert.match(await answer.text(), /^<\?xml/);
    },
  },
  {
    name: "light and dark: the system's choice, then one's own, which stays",
    options: { colorScheme: "dark" },
    run: async (page, world) => {
      const ground = () =>
        page.evaluate(() => getComputedStyle(document.body).backgroundColor);

      await openQuery(page, world);
      const dark = await ground();
      assert.equal(dark, "rgb(20, 24, 28)");
      await page.locator("button.theme").click();
      const light = await ground();
      assert.notEqual(light, dark);
      await page.reload();
      assert.equal(await ground(), light);
    },
  },
  {
    name: "English is asked for and kept",
    run: async (page, world) => {
      await openQuery(page, world);
      await page.locator(".tools a[hreflang=en]").click();
      await page.waitForURL(/lang=en/);
      assert.equal(await page.getAttribute("html", "lang"), "en");
      await page.locator(".hit h2 a").first().click();
      await page.waitForURL(/\/doc\/.*lang=en/);
      assert.match(await textOf(page, ".card"), /Issuer/);
    },
  },
  {
    name: "without scripts one searches, narrows and reads",
    options: { javaScriptEnabled: false },
    run: async (page, world) => {
      await page.goto(world.address("/"));
      await page.locator("#q").fill("toi pham");
      await page.locator(".box button").click();
      await page.waitForURL(/\/search/);
      await page.locator(".facet li a").first().click();
      await page.waitForURL(/kind=/);
      await page.locator(".hit h2 a").first().click();
      await page.waitForURL(/\/doc\//);
      assert.ok((await countOf(page, ".text mark")) > 0);
      await page.locator(".actions a").first().click();
      await page.waitForURL(/\/graph\//);
      assert.ok((await countOf(page, ".canvas svg a")) > 1);
    },
  },
  {
    name: "on a telephone the filters are a sheet of their own",
    options: { viewport: { width: 360, height: 740 }, hasTouch: true },
    run: async (page, world) => {
      await openQuery(page, world);
      assert.ok(!(await page.locator(".filters").isVisible()));
      await page.locator(".to-filters").click();
      assert.ok(await page.locator(".filters").isVisible());
      await page.locator(".filters .done").click();
      assert.ok(!(await page.locator(".filters").isVisible()));
    },
  },
  {
    name: "by keyboard alone one reaches the first result",
    run: async (page, world) => {
      await openQuery(page, world);
      await page.keyboard.press("Tab");
      assert.match(
        await page.evaluate(() => document.activeElement.className),
        /skip/,
      );
      await page.keyboard.press("Enter");
      for (let i = 0; i < 30; i++) {
        await page.keyboard.press("Tab");
        if (
          await page.evaluate(() => document.activeElement.closest(".hit"))
        )
          break;
      }
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/doc\//);
    },
  },
  {
    name: "the component works on a page of another origin",
    run: async (page, world) => {
      await page.goto(`${world.foreign}/embed`);
      const widget = page.locator("tracuu-search");

      await widget.locator("input").fill("chi thi 48");
      await widget.locator("button").click();
      await widget.locator("li").first().waitFor();
      assert.equal(await widget.locator("li").count(), 3);
      assert.match(
        await widget.locator("li a").first().getAttribute("href"),
        new RegExp(`^${world.origin}/doc/`),
      );
      assert.equal(
        await widget
          .locator("button")
          .evaluate((b) => getComputedStyle(b).backgroundColor),
        "rgb(120, 20, 20)",
      );
    },
  },
  {
    name: "the page works in a frame of another origin",
    run: async (page, world) => {
      await page.goto(`${world.foreign}/frame`);
      const frame = page.frameLocator("iframe");

      await frame.locator(".hit h2 a").first().click();
      await frame.locator("article.act").waitFor();
      assert.equal(await frame.locator(".tools").count(), 0);
    },
  },
];
