// Has the parts of the page filled that the second module makes (`data-part`), each when it comes near the window.
// The second module is imported with the first such part. Told on its port: `cp:fill` and `cp:clear`, each with the place.
import { copy } from "./copy.js";
import { find } from "./find.js";
import { open, tell as tellOn } from "./port.js";

const AHEAD = "100% 0px";
const WAITING = "This part is loading.";
const FAILED = "This part could not be loaded. Everything else on this page works. Reload the page to try again.";

// A part that waits (`data-wait`) is filled when the visitor turns to the form around it (`data-asks`), and asked on the part
// itself: `cp:ask` with what was typed, `cp:here` for where the device is.
const KEPT = "plan-explorer:ward";

/** One module for all that are watched. @type {Promise<EventTarget> | undefined} */
let module;
/** Pictures of charts that came with the page, by the id of the place in which each is drawn. @type {Map<string, HTMLElement>} */
const pictures = new Map();
/** The places of charts that stand as such a picture, and what ends that. @type {Map<HTMLElement, (value?: unknown) => void>} */
const resting = new Map();
// The widest that can be read on paper, in pixels.
const PAPER = 720;
const TURNS = ["mousemove", "click", "focusin"];

/** The drawing of a picture that would look in a place as a new one does, if any: its width, its height and what its words were measured
 * by, the size of text first. It neither grows with the text nor takes the visitor's own colours.
 * @param {HTMLElement} place @param {HTMLElement} picture */
function fitting(place, picture) {
  // A copy on the device has the library that draws, and not all pictures.
  if (matchMedia("(forced-colors: active)").matches || navigator.serviceWorker?.controller) return undefined;
  const own = parseFloat(getComputedStyle(place).fontSize);
  const sizes = (picture.dataset.sizes ?? "").split(",").map((it) => it.split(" ").map(Number));
  return sizes.find(([width, , text]) => width === place.clientWidth && text === own);
}

/** Puts the picture of a chart into its place, in the size that fits; tells whether there is one.
 * @param {HTMLElement} place */
function rest(place) {
  const picture = pictures.get(place.id);
  const figure = place.closest("figure");
  const [width, height, ...metrics] = (picture && fitting(place, picture)) ?? [];
  if (!picture || !figure || !width) return false;
  // What is drawn in its place shall stand where it stood.
  place.dataset.metrics = metrics.join(" ");
  figure.dataset.still = width > PAPER ? "wide" : "";
  // It came with the page in that size; or only the height of the window has changed, as a phone's does.
  if (place.querySelector(`[width="${width}"]`)) return true;
  const img = document.importNode(find(picture, "img", HTMLImageElement));
  const source = img.getAttribute("src") ?? "";
  const dark = document.createElement("source");
  /** @param {string} scheme */
  const named = (scheme) => source.replace(/-\d+-light-/, `-${width}-${scheme}-`);
  dark.media = "(prefers-color-scheme: dark)";
  dark.srcset = named("dark");
  // The place is near already. WebKit may wait for the next frame to see that, and there may be none.
  Object.assign(img, { loading: "eager", src: named("light"), width, height });
  // Where it cannot be had, the chart is drawn.
  img.addEventListener("error", () => resting.get(place)?.());
  const still = document.importNode(picture);
  still.append(dark, img);
  place.replaceChildren(still);
  return true;
}

/** Has a chart begin as the picture that came with the page, where that fits, until the visitor turns to it or chooses something.
 * Gives its place. @param {string} id */
async function turnedTo(id) {
  // The chart is on its way onto the page.
  await new Promise((done) => setTimeout(done));
  const place = document.getElementById(id);
  const figure = place?.closest("figure");
  if (!place || !figure || !rest(place)) return place;
  await new Promise((done) => {
    resting.set(place, done);
    TURNS.forEach((event) => figure.addEventListener(event, done, { once: true }));
  });
  resting.delete(place);
  delete figure.dataset.still;
  return place;
}

/** What fetches the drawing library for a place. Out here, because the module keeps it: what is made inside `watch` would keep the
 * first page alive that was watched.
 * @param {string | URL} address @returns {(id: string) => Promise<unknown>} */
const load = (address) => async (id) => {
  try {
    const place = pictures.has(id) && (await turnedTo(id));
    const library = await import(String(address));
    if (place) place.replaceChildren();
    return library;
  } catch {
    return null;
  }
};
/** @param {string} event @param {Element} place */
const tell = (event, place) => module?.then((port) => tellOn(port, event, place), () => {});

/** @param {Element} place @param {string} words */
function say(place, words) {
  const first = place.firstElementChild;
  const own = first?.matches(".cp-part__line") ? first : document.createElement("p");
  if (own !== first) {
    // What is there already, such as a table that came with the page, says more than a line that something comes.
    if (first && words === WAITING) return;
    place.prepend(own);
  }
  own.className = "cp-part__line";
  own.textContent = words;
}

/** Whether the device keeps a ward for this page; where it may not be asked, it does not. */
function keeps() {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return false;
  }
}

/** The place that waits in the form around what an event is about, if any. @param {Event} event */
const waiting = ({ target }) => (target instanceof Element ? target.closest("[data-asks]")?.querySelector("[data-wait]") : undefined);

/** Watches the parts inside `root`, until what it gives back is called. `js` and `wasm` are the addresses of the second module,
 * `records` that of what it reads, and `charts` that of the drawing library, which it asks for with its first chart.
 * @param {HTMLElement} root @param {Record<"js" | "wasm" | "charts" | "records", string | URL>} addresses */
export function watch(root, { js, wasm, charts, records }) {
  const places = [...root.querySelectorAll("[data-part]")];
  for (const it of root.querySelectorAll("picture")) {
    pictures.set(`cp-chart-${it.closest("[data-part]")?.getAttribute("data-part")}-drawing`, it);
  }

  async function start() {
    const [port, answer] = await Promise.all([open(js, wasm, "plan-explorer:details"), fetch(records)]);
    tellOn(port, "cp:charts", load(charts));
    tellOn(port, "cp:records", new Uint8Array(await answer.arrayBuffer()));
    return port;
  }

  /** @param {Element} place */
  async function fill(place) {
    try {
      module ??= start();
      await module;
      if (!place.isConnected) return;
      await tell("cp:fill", place);
      // The custom element as a preview of itself. Its script is beside this one.
      // From a file, where there is none, the rest of the part stands.
      if (place.querySelector("[data-preview]") && !String(js).startsWith("blob:")) await import(new URL("plan-explorer.js", js).href);
    } catch (error) {
      // The next part to come near tries again.
      module = undefined;
      console.error(`A part of the page could not be loaded: ${error}`);
      say(place, FAILED);
    }
  }

  /** @param {Element} place @param {string} event @param {string} [detail] */
  async function ask(place, event, detail) {
    await fill(place);
    place.dispatchEvent(new CustomEvent(event, { detail }));
  }

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        near.unobserve(target);
        fill(target);
      }
    }
  }, { rootMargin: AHEAD });
  const comes = places.filter((it) => !it.hasAttribute("data-wait"));
  for (const place of comes) {
    say(place, WAITING);
    near.observe(place);
  }
  // What the device keeps is offered only where the address says nothing.
  const waits = root.querySelector("[data-wait]");
  if (waits && !location.search && keeps()) fill(waits);

  const stop = new AbortController();
  const { signal } = stop;
  for (const turn of ["focusin", "pointerdown"]) {
    root.addEventListener(turn, (event) => {
      const place = waiting(event);
      if (place) fill(place);
    }, { signal });
  }
  root.addEventListener("submit", (event) => {
    const place = waiting(event);
    if (place && event.target instanceof Element) ask(place, "cp:ask", find(event.target, "input", HTMLInputElement).value);
  }, { signal });
  root.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-copy], [data-here]");
    if (!button) return;
    const place = waiting(event);
    if (button.hasAttribute("data-copy")) copy(button);
    else if (place) ask(place, "cp:here");
  }, { signal });
  // A picture shows the whole plan: once something is chosen, charts are drawn.
  root.addEventListener("cp:query", ({ detail }) => {
    const chosen = new URLSearchParams(detail);
    ["view", "order"].forEach((name) => chosen.delete(name));
    if (!chosen.size) return;
    root.querySelectorAll(".cp-chart__still").forEach((it) => it.remove());
    pictures.forEach((_, id) => root.querySelector(`[id="${id}"]`) && pictures.delete(id));
    resting.forEach((done) => done());
  }, { signal });
  // A device that is turned has another width.
  addEventListener("resize", () => resting.forEach((done, place) => rest(place) || done()), { signal });
  // On paper everything is near.
  addEventListener("beforeprint", () => {
    comes.forEach((place) => tell("cp:fill", place));
    const when = root.querySelector(".cp-foot__when");
    if (!when) return;
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    // The second module gives the address with its code.
    when.textContent = `Printed on ${day}${module || location.protocol === "file:" ? "" : ` from ${location.href}`}.`;
  }, { signal });
  return () => {
    stop.abort();
    near.disconnect();
    places.forEach((place) => tell("cp:clear", place));
    tell("cp:forget", root);
  };
}
