/* stage.mjs: what the cases stand on: the service, a browser, a foreign site.
 */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { chromium } from "playwright-core";

/* A site of another origin, which serves `pages` by path. */
export async function openForeign(pages) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, "http://x").pathname];

    response.writeHead(page ? 200 : 404, {
      "Content-Type": "text/html; charset=utf-8",
    });
    response.end(page ?? "");
  });

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
  };
}

/* The service on a port of its own. */
export async function openService(build, index, origin) {
  const child = spawn(
    `${build}/tracuu`,
    ["serve", "--index", index, "--listen", "127.0.0.1:0",
      "--origins", origin, "--access-log", "/dev/null"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  const address = await new Promise((resolve, reject) => {
    const read = (bytes) => {
      said += bytes;
      const found = /http:\/\/[0-9.:]+/.exec(said);
      if (found) resolve(found[0].replace(/\/$/, ""));
    };

    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", () => reject(new Error(`tracuu serve ended: ${said}`)));
  });

  return { origin: address, close: () => child.kill("SIGTERM") };
}

export function openBrowser() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}
