// @ts-check
// The page without its program: form controls and the stylesheet filter it. Here its choices stand in the address, so that a link
// shows what it shows; and the program finds what was chosen before it came.

const FACETS = ["priority", "partner", "ward", "kind", "gap", "role", "order"];

/** On it stands what the stylesheet should know before all else. */
export const page = document.documentElement;

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** @param {Element} root @returns {Control[]} */
const controls = (root) => [...root.querySelectorAll(FACETS.map((name) => `[name=${name}]`).join())].map((it) => /** @type {Control} */ (it));

/** @param {Control} control */
const isSelect = (control) => control instanceof HTMLSelectElement;
/** @param {Control} control @returns {control is HTMLInputElement} */
const isBox = (control) => control instanceof HTMLInputElement;

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
  page.toggleAttribute("data-none", none);
  const view = params.get("view");
  const section = view && root.querySelector(`[data-section="${CSS.escape(view)}"]`);
  root.querySelectorAll("[data-shown]").forEach((it) => it.removeAttribute("data-shown"));
  root.toggleAttribute("data-one-view", Boolean(section) && root.dataset.state !== "failed");
  if (section) section.setAttribute("data-shown", "");
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
    if (write([...Object.entries(chosen).map(([name, ids]) => `${name}=${ids.join()}`), ...others(FACETS)])) show(root);
  });
  root.addEventListener("reset", () => {
    if (isAlive()) return;
    write(others(FACETS));
    // The controls are reset after this.
    queueMicrotask(() => show(root));
  });
  // A search waits for the program, which finds what was typed.
  root.addEventListener("submit", (event) => event.preventDefault());
  // A link leads to a place that another view may hold.
  root.addEventListener("click", ({ target }) => {
    if (!isAlive() && target instanceof Element && target.closest("a[href^='#']")) root.removeAttribute("data-one-view");
  });
  addEventListener("popstate", () => isAlive() || show(root));
  // A browser that comes back to the page may have other choices in its controls than in the address.
  addEventListener("pageshow", ({ persisted }) => persisted || isAlive() || show(root), { once: true });
}
