// Has the parts of the page filled that the second module makes (`data-part`), each when it comes near the window.
// The second module is imported with the first such part. Told on its port: `cp:fill` and `cp:clear`, each with the place.
import { copy } from "./copy.js";
import { open, tell as tellOn } from "./port.js";

const AHEAD = "100% 0px";
const WAITING = "This part is loading.";
const FAILED = "This part could not be loaded. Everything else on this page works. Reload the page to try again.";

// A part that waits (`data-wait`) is filled when the visitor turns to the form around it (`data-asks`), and asked on the part
// itself: `cp:ask` with what was typed, `cp:here` for where the device is.
const KEPT = "plan-explorer:ward";

// One module for all that are watched.
let module;
// Pictures of charts that came with the page, by the place in which each is drawn.
const pictures = new Map();
// Charts that stand as such a picture, and what ends that.
const resting = new Map();
// The widest that can be read on paper, in pixels.
const PAPER = 720;
const TURNS = ["mousemove", "click", "focusin"];

/** The drawing of a picture that would look in a place as a new one does, if any: its width, its height and what its words were measured
 * by, the size of text first. It neither grows with the text nor takes the visitor's own colours. */
function fitting(place, picture) {
  // A copy on the device has the library that draws, and not all pictures.
  if (matchMedia("(forced-colors: active)").matches || navigator.serviceWorker?.controller) return undefined;
  const own = parseFloat(getComputedStyle(place).fontSize);
  const sizes = picture.dataset.sizes.split(",").map((it) => it.split(" ").map(Number));
  return sizes.find(([width, , text]) => width === place.clientWidth && text === own);
}

/** Puts the picture of a chart into its place, in the size that fits; tells whether there is one. */
function rest(place) {
  const picture = pictures.get(place.id);
  const [width, height, ...metrics] = fitting(place, picture) ?? [];
  if (!width) return false;
  // What is drawn in its place shall stand where it stood.
  place.dataset.metrics = metrics.join(" ");
  place.closest(".cp-chart").dataset.still = width > PAPER ? "wide" : "";
  // It came with the page in that size; or only the height of the window has changed, as a phone's does.
  if (place.querySelector(`[width="${width}"]`)) return true;
  const img = picture.querySelector("img").cloneNode();
  const dark = document.createElement("source");
  const named = (scheme) => img.getAttribute("src").replace(/-\d+-light-/, `-${width}-${scheme}-`);
  dark.media = "(prefers-color-scheme: dark)";
  dark.srcset = named("dark");
  Object.assign(img, { src: named("light"), width, height });
  // Where it cannot be had, the chart is drawn.
  img.addEventListener("error", () => resting.get(place)?.());
  const still = picture.cloneNode();
  still.append(dark, img);
  place.replaceChildren(still);
  return true;
}

/** Has a chart begin as the picture that came with the page, where that fits, until the visitor turns to it or chooses something.
 * Gives its place. */
async function turnedTo(id) {
  // The chart is on its way onto the page.
  await new Promise((done) => setTimeout(done));
  const place = document.getElementById(id);
  if (!place || !rest(place)) return place;
  const figure = place.closest(".cp-chart");
  await new Promise((done) => {
    resting.set(place, done);
    TURNS.forEach((event) => figure.addEventListener(event, done, { once: true }));
  });
  resting.delete(place);
  delete figure.dataset.still;
  return place;
}

// Out here, because the module keeps it: what is made inside `watch` would keep the first page alive that was watched.
const load = (address) => async (id) => {
  try {
    const place = pictures.has(id) && (await turnedTo(id));
    if (place && !place.isConnected) return null;
    const library = await import(address);
    if (place) place.replaceChildren();
    return library;
  } catch {
    return null;
  }
};
const tell = (event, place) => module?.then((port) => tellOn(port, event, place), () => {});

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

/** Watches the parts inside `root`, until what it gives back is called. `js` and `wasm` are the addresses of the second module,
 * `charts` that of the drawing library, which the module asks for with its first chart. */
export function watch(root, { js, wasm, charts, records }) {
  const places = new Set();
  for (const it of root.querySelectorAll(".cp-chart__still")) {
    pictures.set(`cp-chart-${it.closest("[data-part]").dataset.part}-drawing`, it);
  }

  async function fill(place) {
    try {
      const told = fetch(records);
      module ??= open(js, wasm, "plan-explorer:details").then(async (port) => {
        tellOn(port, "cp:charts", load(charts));
        tellOn(port, "cp:records", new Uint8Array(await (await told).arrayBuffer()));
        return port;
      });
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

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        near.unobserve(target);
        fill(target);
      }
    }
  }, { rootMargin: AHEAD });

  function look() {
    for (const place of places) {
      if (!place.isConnected) {
        places.delete(place);
        near.unobserve(place);
        tell("cp:clear", place);
      }
    }
    resting.forEach((done, place) => place.isConnected || done());
    for (const place of root.querySelectorAll("[data-part]")) {
      if (!places.has(place)) {
        places.add(place);
        if ("wait" in place.dataset) continue;
        say(place, WAITING);
        near.observe(place);
      }
    }
  }

  const waiting = ({ target }) => target.closest?.("[data-asks]")?.querySelector("[data-wait]");
  const turn = (event) => waiting(event) && fill(waiting(event));
  async function ask(place, event, detail) {
    await fill(place);
    place.dispatchEvent(new CustomEvent(event, { detail }));
  }
  const send = (event) => {
    const place = waiting(event);
    if (place) ask(place, "cp:ask", event.target.querySelector("input").value);
  };
  const press = (event) => {
    const button = event.target.closest?.("[data-copy], [data-here]");
    if (!button) return;
    if ("copy" in button.dataset) copy(button);
    else ask(waiting(event), "cp:here");
  };
  // A picture shows the whole plan: once something is chosen, charts are drawn.
  const draw = ({ detail }) => {
    const chosen = new URLSearchParams(detail);
    ["view", "order"].forEach((name) => chosen.delete(name));
    if (!chosen.size) return;
    root.querySelectorAll(".cp-chart__still").forEach((it) => it.remove());
    pictures.forEach((_, id) => root.querySelector(`[id="${id}"]`) && pictures.delete(id));
    resting.forEach((done) => done());
  };
  const heard = { "cp:query": draw, focusin: turn, pointerdown: turn, submit: send, click: press };
  for (const [event, call] of Object.entries(heard)) root.addEventListener(event, call);

  const changes = new MutationObserver(look);
  changes.observe(root, { childList: true, subtree: true });
  look();
  // What the device keeps is offered only where the address says nothing.
  const first = root.querySelector("[data-wait]");
  if (first && !location.search && keeps()) fill(first);
  // On paper everything is near.
  const print = () => {
    places.forEach((place) => "wait" in place.dataset || tell("cp:fill", place));
    const when = root.querySelector(".cp-foot__when");
    if (!when) return;
    const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    // The second module gives the address with its code.
    when.textContent = `Printed on ${day}${module || location.protocol === "file:" ? "" : ` from ${location.href}`}.`;
  };
  // A device that is turned has another width.
  const turned = () => resting.forEach((done, place) => rest(place) || done());
  window.addEventListener("resize", turned);
  window.addEventListener("beforeprint", print);
  return () => {
    changes.disconnect();
    near.disconnect();
    window.removeEventListener("resize", turned);
    window.removeEventListener("beforeprint", print);
    for (const [event, call] of Object.entries(heard)) root.removeEventListener(event, call);
    places.forEach((place) => tell("cp:clear", place));
    places.clear();
    tell("cp:forget", root);
  };
}
