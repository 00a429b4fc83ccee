// Draws the picture that social networks show beside a link: node social.mjs FROM.svg TO.png. Without names it only makes sure that
// what it draws with is there. Letters come from a package, so that the picture is the same on every machine.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";

const { resolve } = createRequire(import.meta.url);
const fontFiles = ["DejaVuSans", "DejaVuSans-Bold"].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: "DejaVu Sans" };

const [from, to] = process.argv.slice(2);
if (from && to) {
  const picture = new Resvg(readFileSync(from, "utf8"), { font, fitTo: { mode: "width", value: 1200 } });
  writeFileSync(to, picture.render().asPng());
}
