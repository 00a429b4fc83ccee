// Has the parts of the page filled that the second module makes (`data-part`), each when it comes near the window.
// The second module is imported with the first such part. Told on its port: `cp:fill` and `cp:clear`, each with the place.
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
/** What fetches the drawing library, or gives nothing. Out here, because the module keeps it: what is made inside `watch` would keep the
 * first page alive that was watched.
 * @param {string | URL} address */
const load = (address) => () => import(String(address)).catch(() => null);
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

/** The place that waits in the form around what an event is about, if any. @param {Event} event
 * @returns {HTMLElement | null | undefined} */
const waiting = ({ target }) => (target instanceof Element ? target.closest("[data-asks]")?.querySelector("[data-wait]") : undefined);

/** Tells something, and throws what is thrown at that: of an event it would only be reported. WebKit traps now and then where the memory
 * of a program first grows ("Out of bounds memory access"); a new instance does well.
 * @param {EventTarget} port @param {string} event @param {unknown} detail */
function tellOrThrow(port, event, detail) {
  /** @type {ErrorEvent | undefined} */
  let report;
  /** @param {ErrorEvent} event */
  const hear = (event) => {
    report = event;
    event.preventDefault();
  };
  addEventListener("error", hear);
  tellOn(port, event, detail);
  removeEventListener("error", hear);
  if (report) throw report.error;
}

/** Watches the parts inside `root`, and those that stand beside it (`data-beside`), until what it gives back is called. `js` and `wasm`
 * are the addresses of the second module, `records` that of what it reads, `charts` that of the drawing library, which it asks for with
 * its first chart, and `fragments` that of what brings parts that lie in files of their own (public/fragments.js).
 * @param {HTMLElement} root @param {Record<"js" | "wasm" | "charts" | "records" | "fragments", string | URL>} addresses */
export function watch(root, { js, wasm, charts, records, fragments }) {
  /** @type {NodeListOf<HTMLElement> | HTMLElement[]} */
  const beside = root.parentElement?.querySelectorAll(`[data-beside="${root.id}"]`) ?? [];
  /** @type {NodeListOf<HTMLElement>} */
  const parts = root.querySelectorAll("[data-part]");
  const places = [...parts, ...beside];
  /** What shows what is known of the wards that are chosen, once that has come near. @type {((wards: string) => void) | undefined} */
  let showWards;

  /** @param {number} attempt @returns {Promise<EventTarget>} */
  async function start(attempt = 1) {
    // A script is run once for each address.
    const script = attempt === 1 ? String(js) : `${js}?${attempt}`;
    const [port, answer] = await Promise.all([open(script, wasm, "plan-explorer:details"), fetch(records)]);
    tellOn(port, "cp:charts", load(charts));
    try {
      tellOrThrow(port, "cp:records", new Uint8Array(await answer.arrayBuffer()));
    } catch (error) {
      // What was carried away in one file has no second address.
      if (attempt > 1 || script.startsWith("blob:")) throw error;
      return start(attempt + 1);
    }
    return port;
  }

  /** @param {HTMLElement} place */
  async function fill(place) {
    try {
      /** @type {() => Promise<typeof import("./fragments.js")>} */
      const files = () => import(String(fragments));
      if (place.dataset.fragments) {
        module ??= start();
        showWards ??= (await files()).wards(place, js, tell);
        // What is chosen is told, and then shown.
        root.dispatchEvent(new CustomEvent("cp:open", { detail: "" }));
        await module;
        return;
      }
      if (place.dataset.file) {
        await (await files()).bring(place, js);
        // What is chosen is told again, for the links that came.
        root.dispatchEvent(new CustomEvent("cp:open", { detail: "" }));
      }
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

  /** @param {HTMLElement} place @param {string} event @param {string} [detail] */
  async function ask(place, event, detail) {
    await fill(place);
    place.dispatchEvent(new CustomEvent(event, { detail }));
  }

  /** @type {IntersectionObserverCallback} */
  const come = (entries, watcher) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        watcher.unobserve(target);
        fill(/** @type {HTMLElement} */ (target));
      }
    }
  };
  const near = new IntersectionObserver(come, { rootMargin: AHEAD });
  // The foot is near on a short page, and few turn to it.
  const seen = new IntersectionObserver(come);
  const comes = places.filter((it) => !it.hasAttribute("data-wait"));
  for (const place of comes) {
    // Where no ward is chosen, nothing comes.
    if (!place.dataset.fragments) say(place, WAITING);
    (place.closest(".cp-foot") ? seen : near).observe(place);
  }
  // What the device keeps is offered only where the address says nothing.
  const waits = /** @type {HTMLElement | null} */ (root.querySelector("[data-wait]"));
  if (waits && !new URLSearchParams(location.search).has("ward") && keeps()) fill(waits);

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
    const place = event.target instanceof Element && event.target.closest("[data-here]") && waiting(event);
    if (place) ask(place, "cp:here");
  }, { signal });
  root.addEventListener("cp:query", ({ detail }) => {
    const chosen = new URLSearchParams(detail);
    showWards?.(chosen.get("ward") ?? "");
    ["view", "order"].forEach((name) => chosen.delete(name));
    // A picture of a chart shows the whole plan.
    if (chosen.size) root.querySelectorAll(".cp-chart__still").forEach((it) => it.remove());
  }, { signal });
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
    seen.disconnect();
    places.forEach((place) => tell("cp:clear", place));
    tell("cp:forget", root);
  };
}
