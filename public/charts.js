// The drawing library, cut down to what the charts use, and what only a browser can make of a picture.
// `src/browser/echarts.rs` calls what is exported here; the build draws with `svg` too, without a browser.
import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

/** @import { EChartsCoreOption } from "echarts/core" */

use([BarChart, AriaComponent, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

export { init };

/** The picture as the text of an SVG file.
 * @param {EChartsCoreOption} option @param {object} theme @param {number} width @param {number} height */
export function svg(option, theme, width, height) {
  const chart = init(null, theme, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

// Twice the size, so that it is sharp on fine screens and on paper.
const FINE = 2;

/** @param {string} text @param {number} width @param {number} height */
async function canvas(text, width, height) {
  const image = new Image(width, height);
  // As data: the page's policy allows that and nothing else.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * FINE;
  canvas.height = height * FINE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.scale(FINE, FINE);
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}

/** @param {string} text @param {number} width @param {number} height @returns {Promise<Blob>} */
async function blob(text, width, height) {
  const drawn = await canvas(text, width, height);
  return new Promise((done, fail) => drawn.toBlob((it) => (it ? done(it) : fail(new Error("no picture"))), "image/png"));
}

/** @param {string} address @param {string} name */
function save(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

/** Saves the picture, or copies it, as pixels or as SVG; says whether that went well.
 * @param {EChartsCoreOption} option @param {object} theme @param {number} width @param {number} height @param {string} name
 * @param {boolean} pixels @param {boolean} copy */
export async function take(option, theme, width, height, name, pixels, copy) {
  try {
    const text = svg(option, theme, width, height);
    if (copy && pixels) {
      // The promise and not its outcome: a browser allows copying only at once after a press.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob(text, width, height) })]);
    } else if (copy) {
      await navigator.clipboard.writeText(text);
    } else if (pixels) {
      save((await canvas(text, width, height)).toDataURL("image/png"), `${name}.png`);
    } else {
      save(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`, `${name}.svg`);
    }
    return true;
  } catch {
    return false;
  }
}
