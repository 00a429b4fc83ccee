// Draws the charts of the plan as SVG: node charts.mjs LIBRARY.mjs STILLS.json DRAWN.json. The library is public/charts.js in one
// piece; `stills` says what and how large; what is drawn is written as a list of texts.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, from, to] = process.argv.slice(2);
const { svg } = await import(pathToFileURL(library).href);
/** @type {{ option: unknown, width: number, height: number }[]} */
const stills = JSON.parse(readFileSync(from, "utf8"));
writeFileSync(to, JSON.stringify(stills.map(({ option, width, height }) => svg(option, width, height))));
