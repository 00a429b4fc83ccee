// @ts-check
// The page without its program: form controls and the stylesheet filter it. Here its choices stand in the address, so that a link
// shows what it shows; and the program finds what was chosen before it came.

import { find } from "./find.js";

const FACETS = ["priority", "partner", "ward", "kind", "gap", "role", "order"];

/** On it stands what the stylesheet should know before all else. */
export const page = document.documentElement;

/** Has the stylesheet for a page without its program hold, or not. @param {boolean} is */
export function filterByStylesheet(is) {
  const { sheet } = find(document, "link[data-static]", HTMLLinkElement);
  if (sheet) sheet.disabled = !is;
}

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** @param {Element} root @returns {Control[]} */
const controls = (root) => [...root.querySelectorAll(FACETS.map((name) => `[name=${name}]`).join())].map((it) => /** @type {Control} */ (it));

/** @param {Control} control */
const isSelect = (control) => control instanceof HTMLSelectElement;
/** @param {Control} control @returns {control is HTMLInputElement} */
const isBox = (control) => control instanceof HTMLInputElement;

/** The form that was sent before the program came, and what was typed in it. @type {{ form: HTMLFormElement, text: string } | undefined} */
let sent;

/** @param {HTMLFormElement} form */
const typed = (form) => [...form.elements].map((it) => (it instanceof HTMLInputElement ? it.value : "")).join("\n");

/** Sends again what was sent before the program came, unless something else is being typed by now. */
export function sendAgain() {
  if (sent && typed(sent.form) === sent.text) sent.form.requestSubmit();
  sent = undefined;
}

/** @param {string[]} params */
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

/** @param {string[]} names */
const others = (names) => location.search.slice(1).split("&").filter((it) => it && !names.includes(it.split("=")[0].toLowerCase()));

/** Makes the page's choices those of the address. Where there are none it says so, which spares the stylesheet the search for them
 * among all that stands on the page.
 * @param {HTMLElement} root */
export function show(root) {
  let none = true;
  const params = new URLSearchParams(location.search.toLowerCase());
  /** @param {string} name */
  const wanted = (name) => (params.get(name) ?? "").split(",").map((it) => it.trim()).filter(Boolean);
  for (const control of controls(root)) {
    const ids = wanted(control.name);
    none &&= !ids.length;
    if (isBox(control)) {
      control.checked = ids.length || control.type !== "radio" ? ids.includes(control.value) : control.defaultChecked;
      const facet = control.checked && control.type !== "radio" && control.closest("details");
      if (facet) facet.open = true;
    } else {
      control.value = ids.length > 1 ? "several" : ids[0] ?? "";
      if (control.selectedIndex < 0) control.value = "";
    }
  }
  leave(root);
  // What a link has led to comes first: the stylesheet knows that by itself.
  const led = root.querySelector(":target");
  const place = led ?? root.querySelector(asked(root, params, wanted) || "none");
  if (!led) place?.classList.add("cp-target");
  root.dataset.stage = stage(place);
  tell(root, place);
  // The page of a partner is filtered as if it were ticked.
  page.toggleAttribute("data-none", none && !place?.closest("[data-o]"));
}

/** What is on show, by the place that is led to: as `Stage` in src/query/facet.rs.
 * @param {Element | null} place */
function stage(place) {
  const section = /** @type {HTMLElement | null | undefined} */ (place?.closest("[data-section]"));
  if (section && section.dataset.section !== "explore") return "view";
  if (place?.closest("[data-g]")) return "priority";
  if (place?.closest("[data-o]")) return "partner";
  return place?.closest(".cp-results, .cp-filters") ? "list" : "start";
}

/** Has the menu say which view that is.
 * @param {HTMLElement} root @param {Element | null} place */
function tell(root, place) {
  const section = /** @type {HTMLElement | null | undefined} */ (place?.closest("[data-section]"));
  const views = [section?.dataset.section ?? "explore", ...(section?.matches("[data-of-the-plan]") ? ["about"] : [])];
  for (const link of root.querySelectorAll(".cp-menu [data-view]")) {
    const is = views.slice(0, link.matches(".cp-menu__part") ? 1 : 2).includes(/** @type {HTMLElement} */ (link).dataset.view ?? "");
    if (is) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Takes back what the address had asked for.
 * @param {HTMLElement} root */
const leave = (root) => root.querySelectorAll(".cp-target").forEach((it) => it.classList.remove("cp-target"));

/** The selector of what the address asks for: a view, the page of one priority or partner, or the list. The program decides alike
 * (`Query::stage`): what the page does not know does not count.
 * @param {HTMLElement} root @param {URLSearchParams} params @param {(name: string) => string[]} wanted */
function asked(root, params, wanted) {
  const view = params.get("view") ?? "";
  if (root.querySelector(`[data-section="${CSS.escape(view)}"]`) && view !== "explore") return `[data-section="${CSS.escape(view)}"]`;
  const known = controls(root).filter((it) => isBox(it) && it.type !== "radio" && wanted(it.name).includes(it.value));
  const searches = /[^\s\p{P}\p{S}]/u.test(params.get("q") ?? "");
  const [only] = known;
  if (view === "list" || known.length > 1 || searches) return "#cp-results-title";
  if (only?.name === "priority") return `#cp-group-${CSS.escape(only.value)}`;
  if (only?.name === "partner") return `#cp-partner-${CSS.escape(only.value)}`;
  return only ? "#cp-results-title" : "";
}

/** Whether a control stands for something that the visitor chose.
 * @param {Control} it */
const isChosen = (it) => (isBox(it) ? it.checked && !it.defaultChecked : it.value !== "");

/** The page shows what the address asks for; where it asks for nothing, what was chosen before this script came counts.
 * @param {HTMLElement} root */
export function take(root) {
  const changed = controls(root).filter(isChosen);
  if (location.search || !changed.length) show(root);
  else changed.forEach((it) => it.dispatchEvent(new Event("change", { bubbles: true })));
}

/** Keeps the address at the page's choices until the program does.
 * @param {HTMLElement} root
 * @param {() => boolean} isAlive whether the program is there */
export function follow(root, isAlive) {
  root.addEventListener("change", ({ target }) => {
    const changed = /** @type {Control} */ (target);
    if (isAlive() || !FACETS.includes(changed.name)) return;
    /** @type {Record<string, string[]>} */
    const chosen = {};
    for (const control of controls(root)) {
      const is = isBox(control) ? control.checked && !(control.type === "radio" && control.defaultChecked) : control.value;
      // The ward that was chosen last, at the top or among the filters, says which.
      const rules = control.name !== "ward" || isSelect(control) === isSelect(changed);
      if (is && rules && control.value !== "several") (chosen[control.name] ??= []).push(control.value);
    }
    delete page.dataset.none;
    // The list stays the list, whatever is left of the choices.
    const view = new URLSearchParams(location.search).has("view") ? [] : ["view=list"];
    if (write([...Object.entries(chosen).map(([name, ids]) => `${name}=${ids.join()}`), ...others(FACETS), ...view])) show(root);
  });
  root.addEventListener("reset", () => {
    if (isAlive()) return;
    write(others(FACETS));
    // The controls are reset after this.
    queueMicrotask(() => show(root));
  });
  // A search waits for the program.
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isAlive() && event.target instanceof HTMLFormElement) sent = { form: event.target, text: typed(event.target) };
  });
  // A link leads to what is on show from then on, by itself: a program that has ended listens still.
  root.addEventListener("click", (event) => {
    if (isAlive() || !(event.target instanceof Element) || !event.target.closest("a")) return;
    event.stopPropagation();
    leave(root);
  }, true);
  // The browser says that it went to a place before it has gone there, and after.
  for (const went of ["popstate", "hashchange"]) addEventListener(went, () => isAlive() || show(root));
  // A browser that comes back to the page may have other choices in its controls than in the address.
  addEventListener("pageshow", ({ persisted }) => persisted || isAlive() || show(root), { once: true });
}
