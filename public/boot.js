// @ts-check
// Starts the program, when all of the page is there and was seen once.
//
// The page is whole without it: the plan as HTML that filters itself and is shown as it arrives; nothing seen waits for this script.
// The one line of script inside the page (index.html) says on the page's root what this script would say too late: that the address
// asks for something, or that nothing is chosen. Where the program cannot start, or ends, the page goes on as it was.
import { offerExit } from "./leave.js";
import { open, tell } from "./port.js";
import { filterByStylesheet, follow, page, sendAgain, show, take } from "./static.js";

const tag = /** @type {HTMLElement} */ (document.querySelector("script[data-wasm]"));
/** @param {string} name */
const at = (name) => new URL(/** @type {string} */ (tag.dataset[name]), document.baseURI);
const paper = /** @type {HTMLElement} */ (document.querySelector(".cp"));
const root = /** @type {HTMLElement} */ (paper.querySelector(".cp__page"));
const isAlive = () => root.dataset.state === "ready";

/** Until the page has been painted once, which is after its first frame: nothing shall come before that on a slow line. A page that
 * nobody looks at has no frames, and starts when it is looked at. (Firefox tells of no first paint where a page is loaded again.) */
const seen = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function start() {
  await seen();
  try {
    // Both are there before the program begins: what is asked of a part from then on is heard.
    const lazy = import(at("lazy").href).catch((error) => console.error(`Parts of the page could not be loaded: ${error}`));
    const [port, parts] = await Promise.all([open(at("js"), at("wasm"), "plan-explorer:app"), lazy]);
    tell(port, "cp:begin", paper);
    if (!isAlive()) throw new Error("the console says above what is wrong");
    page.dataset.none = "";
    filterByStylesheet(false);
    guard();
    parts?.watch(paper, { js: at("detailsJs"), wasm: at("detailsWasm"), charts: at("charts"), records: at("records"), fragments: at("fragments") });
    sendAgain();
  } catch (error) {
    console.error(`The explorer could not start: ${error}`);
    if (!isAlive()) fail();
  }
  const keep = /** @type {HTMLElement | null} */ (document.querySelector("[data-keep]"));
  if (keep) import(new URL(/** @type {string} */ (keep.dataset.keep), document.baseURI).href);
}

/** The page as it was written, with the choices of the address. */
function fail() {
  root.dataset.state = "failed";
  filterByStylesheet(true);
  show(root);
}

/** What the program throws ends it: nothing would act any more. Then the page is what it is without one. The second module fills
 * parts, and ends alone. */
function guard() {
  /** @param {unknown} error */
  const ended = (error) => {
    const stack = error instanceof Error ? String(error.stack) : "";
    // The innermost frame that names one of the two. WebKit names no file for a function of WebAssembly, but that of the script around it.
    const [, module] = /plan-(explorer|details)/.exec(stack) ?? [];
    if (!isAlive() || !/wasm/.test(stack) || module === "details") return;
    const written = "[data-section], [data-entry], [data-kind], [data-g], [data-w], [data-o], .cp-menu__parts";
    root.querySelectorAll(written).forEach((it) => it.removeAttribute("hidden"));
    root.querySelectorAll("[inert]").forEach((it) => it.removeAttribute("inert"));
    root.querySelectorAll(".cp-filters--open").forEach((it) => it.classList.remove("cp-filters--open"));
    delete root.dataset.filtersOpen;
    root.querySelectorAll("[data-place=choices], .cp-empty").forEach((it) => it.setAttribute("hidden", ""));
    fail();
  };
  addEventListener("error", ({ error }) => ended(error));
  addEventListener("unhandledrejection", ({ reason }) => ended(reason));
}

page.dataset.live = "";
offerExit(root, window);
follow(root, isAlive);
try {
  take(root);
} finally {
  delete page.dataset.waits;
}
start();
