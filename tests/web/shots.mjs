/* shots.mjs: pictures of every page, to be looked at: BUILD/web/*.png.
 */
import { mkdirSync } from "node:fs";
import { PAGES } from "./checks.mjs";

const SIZES = { 360: 740, 768: 1024, 1280: 900, 1920: 1080 };

/* Whole pages on small screens; what is seen at once on large ones. */
const shoot = (theme, width) => ({
  name: `shots ${theme} ${width}`,
  options: {
    colorScheme: theme,
    viewport: { width: Number(width), height: SIZES[width] },
  },
  run: async (page, world) => {
    mkdirSync(`${world.build}/web`, { recursive: true });
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(world.address(path));
      await page.screenshot({
        path: `${world.build}/web/${name}-${width}-${theme}.png`,
        fullPage: width < 1000 && name !== "graph",
      });
    }
  },
});

export const shots = ["light", "dark"].flatMap((theme) =>
  Object.keys(SIZES).map((width) => shoot(theme, width)),
);
