/* run.mjs BUILD INDEX [WORD...]: the cases, one browser, one page at a time.
 *
 * A case is { name, options, run(page, world) }; what it throws is why it
 * failed.  Whatever a page asks of others than the two sites, and whatever
 * breaks its content security policy, fails the case too.
 */
import { cases } from "./cases.mjs";
import { checks } from "./checks.mjs";
import { shots } from "./shots.mjs";
import { openBrowser, openForeign, openService } from "./stage.mjs";

const [build, index, ...words] = process.argv.slice(2);
const pages = {};
const foreign = await openForeign(pages);
const service = await openService(build, index, foreign.origin);
const world = {
  build,
  origin: service.origin,
  foreign: foreign.origin,
  address: (path) => service.origin + path,
};
const browser = await openBrowser();
let passed = 0;
let failed = 0;

pages["/embed"] = `<!doctype html><html lang="vi"><title>Trang nội bộ</title>
<style>tracuu-search { --tracuu-accent: rgb(120, 20, 20); }</style>
<script src="${service.origin}/static/embed.js" defer></script>
<main><h1>Trang nội bộ</h1>
<tracuu-search limit="3"></tracuu-search></main></html>`;
pages["/frame"] = `<!doctype html><html lang="vi"><title>Khung</title>
<iframe title="tra cứu" width="700" height="600"
src="${service.origin}/search?q=toi+pham&amp;embed=1"></iframe></html>`;

async function run(one) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "vi-VN",
    ...one.options,
  });
  const page = await context.newPage();
  const wrong = [];

  page.setDefaultTimeout(15000);
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());

    if (
      /^https?:$/.test(protocol) &&
      origin !== world.origin &&
      origin !== world.foreign
    )
      wrong.push(`it asked ${origin}`);
  });
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text()))
      wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(`script: ${error.message}`));
  try {
    await one.run(page, world);
    if (wrong.length) throw new Error(wrong.join("; "));
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAIL web: ${one.name}`);
    console.log(String(error.message).split("\n").slice(0, 6)
      .map((line) => `    ${line}`).join("\n"));
  }
  await context.close();
}

for (const one of [...cases, ...checks, ...shots])
  if (!words.length || words.some((word) => one.name.includes(word)))
    await run(one);

await browser.close();
service.close();
foreign.close();
console.log(`web: ${passed} passed, ${failed} failed`);
