// The leaflet with script: its choices stand in the address, as the app's do, so that a link shows what it shows, and the app
// finds what was chosen before it came.
import { leave } from "./leave.js";

const FACETS = ["priority", "partner", "ward", "kind", "gap", "role", "order"];

/** On it stands what the stylesheet should know before all else. */
export const page = document.documentElement;

/** How often a choice was made on the leaflet. */
export const choices = { made: 0 };

const controls = (leaflet) => leaflet.querySelectorAll(FACETS.map((name) => `[name=${name}]`).join());

function write(params) {
  const text = params.join("&");
  try {
    history.replaceState(null, "", location.pathname + (text && `?${text}`) + location.hash);
    return true;
  } catch {
    // A browser that refuses works on without an address.
    return false;
  }
}

const others = (names) =>
  location.search.slice(1).split("&").filter((it) => it && !names.includes(it.split("=")[0].toLowerCase()));

/** Makes the leaflet's choices those of the address. Where there are none it says so, which spares the stylesheet the search for
 * them among all that stands on it. */
export function show(leaflet) {
  let none = true;
  const params = new URLSearchParams(location.search.toLowerCase());
  const wanted = (name) => (params.get(name) ?? "").split(",").map((it) => it.trim()).filter(Boolean);
  for (const control of controls(leaflet)) {
    const ids = wanted(control.name);
    none &&= !ids.length;
    if (control.localName === "select") {
      control.value = ids.length > 1 ? "several" : ids[0] ?? "";
      if (control.selectedIndex < 0) control.value = "";
    } else {
      control.checked = ids.length || control.type !== "radio" ? ids.includes(control.value) : control.defaultChecked;
      const facet = control.checked && control.type !== "radio" && control.closest("details");
      if (facet) facet.open = true;
    }
  }
  page.toggleAttribute("data-none", none);
  const view = leaflet.querySelector(`#cp-view-${CSS.escape(params.get("view") ?? "")}`)?.closest("section");
  leaflet.querySelectorAll("[data-shown]").forEach((it) => delete it.dataset.shown);
  delete leaflet.dataset.view;
  if (view && leaflet.dataset.state === "loading") leaflet.dataset.view = view.dataset.shown = "";
}

/** The leaflet shows what the address asks for; where it asks for nothing, what was chosen before this script came counts. */
export function take(leaflet) {
  const changed = [...controls(leaflet)].filter((it) =>
    it.localName === "select" ? it.value : it.checked && !it.defaultChecked);
  if (location.search || !changed.length) show(leaflet);
  else changed.forEach((it) => it.dispatchEvent(new Event("change", { bubbles: true })));
}

/** Keeps the address at the leaflet's choices while it is on show. */
export function follow(leaflet, isOnShow) {
  leaflet.addEventListener("change", ({ target }) => {
    if (!FACETS.includes(target.name)) return;
    choices.made += 1;
    const chosen = {};
    for (const control of controls(leaflet)) {
      const is = control.localName === "select" ? control.value : control.checked && !(control.type === "radio" && control.defaultChecked);
      // The ward that was chosen last, at the top or among the filters, says which.
      const rules = control.name !== "ward" || (control.localName === "select") === (target.localName === "select");
      if (is && rules && control.value !== "several") (chosen[control.name] ??= []).push(control.value);
    }
    delete page.dataset.none;
    if (write([...Object.entries(chosen).map(([name, ids]) => `${name}=${ids.join()}`), ...others(FACETS)])) show(leaflet);
  });
  leaflet.addEventListener("reset", () => {
    choices.made += 1;
    write(others(FACETS));
    setTimeout(() => show(leaflet));
  });
  // Its search and all else that only the app does waits for the app.
  leaflet.addEventListener("submit", (event) => {
    event.preventDefault();
    event.target.dataset.sent = "";
  });
  leaflet.addEventListener("click", (event) => {
    const link = event.target.closest(".cp-exit");
    if (link) {
      event.preventDefault();
      leave(leaflet, link.href);
    } else if (event.target.closest("a[href^='#']")) {
      // It leads to a place that another view may hold.
      delete leaflet.dataset.view;
    }
  });
  // Shift is also held to choose text and to open a link elsewhere: a press counts when the key comes up again and nothing else was
  // done from the first press to the last. With the program, src/state/exit_shortcut.rs sees to it.
  let held = false, ended = [];
  const reset = () => {
    held = false;
    ended = [];
  };
  const key = ({ key, ctrlKey, altKey, type, timeStamp }) => {
    if (!isOnShow()) return;
    if (key !== "Shift" || ctrlKey || altKey) return reset();
    if (type === "keydown") {
      held = true;
    } else if (held) {
      held = false;
      ended = [...ended.slice(-2), timeStamp];
      if (ended.length < 3 || timeStamp - ended[0] > 5000) return;
      reset();
      const offered = [...leaflet.querySelectorAll(".cp-exit")].find((it) => it.getClientRects().length);
      if (offered) leave(leaflet, offered.href);
    }
  };
  for (const name of ["keydown", "keyup"]) addEventListener(name, key, true);
  for (const name of ["pointerdown", "wheel"]) addEventListener(name, reset, { capture: true, passive: true });
}

/** Where the visitor is on the leaflet becomes the app's view. */
export function passed(leaflet) {
  if (leaflet.dataset.view === undefined) {
    const views = [...leaflet.querySelectorAll(".cp-view")];
    // A frame may be as high as its page: there only a link tells where somebody is.
    const half = scrollY > 0 ? innerHeight / 2 : 0;
    const view = views.findLast((it) => it.getBoundingClientRect().top < half || location.hash === `#${it.firstElementChild.id}`);
    const foot = leaflet.querySelector(".cp__foot").getBoundingClientRect().top < 0;
    const slug = view && !foot ? view.firstElementChild.id.slice("cp-view-".length) : null;
    // What stands in the address otherwise is the app's to read, and to say what it does not know.
    const asked = new URLSearchParams(location.search).get("view");
    if (slug === (leaflet.querySelector(`#cp-view-${CSS.escape(asked)}`) && asked)) return;
    write([...others(["view"]), slug && `view=${slug}`].filter(Boolean));
  }
}

/** A browser that comes back to the page may have other choices in its controls than in the address. */
export function note(leaflet) {
  addEventListener("pageshow", ({ persisted }) => persisted || show(leaflet), { once: true });
}
