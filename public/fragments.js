// Puts onto the page what the build wrote into files beside it: what changed, and what is known of wards. Fetched with the first of them.
import { find } from "./find.js";
import { lower } from "./headings.js";

const WAITING = "This part is loading.";
const FAILED = "What is known of wards could not be loaded. Everything else on this page works.";

/** @param {string | URL} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/** Written HTML as elements, its headings at the level of the page that `place` stands on. @param {string} html @param {Element} place */
function elements(html, place) {
  const template = document.createElement("template");
  template.innerHTML = html;
  lower(template.content, /** @type {HTMLElement | null} */ (place.closest("[data-level]"))?.dataset.level ?? 1);
  return template.content;
}

/** Puts into a part what lies in a file of its own, which is a page by itself (`data-file`), once.
 * @param {HTMLElement} place @param {string | URL} site an address in the site's folder */
export async function bring(place, site) {
  const page = elements(await fetched(new URL(place.dataset.file ?? "", site)), place);
  place.replaceChildren(...find(page, "[data-fragment]", HTMLElement).childNodes);
  delete place.dataset.file;
}

// One file has the fragments of all wards: a request for one of them would tell the site where the visitor lives. A comment with its
// name stands before each; what is about several wards beside one another is written for all of them.

/** Files with fragments, by their addresses: names and HTML in turn. @type {Map<string, Promise<string[]>>} */
const files = new Map();

/** @param {string} address */
function fragments(address) {
  const file = files.get(address) ?? fetched(address).then((text) => text.split(/<!--([\w-]+)-->/));
  files.set(address, file);
  // The next that asks tries again.
  file.catch(() => files.delete(address));
  return file;
}

/** Takes out what is about other wards than these. @param {DocumentFragment} content @param {string[]} wards */
function narrow(content, wards) {
  for (const it of content.querySelectorAll("[data-of]")) {
    const of = it.getAttribute("data-of")?.split(" ");
    if (!of?.some((id) => wards.includes(id))) it.remove();
  }
  for (const it of content.querySelectorAll("[data-columns]")) {
    const columns = it.getAttribute("data-columns")?.split(" ") ?? [];
    for (const row of it.querySelectorAll("tr")) {
      const cells = [...row.cells].slice(1);
      columns.forEach((id, at) => wards.includes(id) || cells[at].remove());
    }
  }
}

/** What shows in a place what is known of wards (`data-fragments`), by their ids, with commas between them; of none nothing.
 * @param {HTMLElement} place @param {string | URL} site an address in the site's folder
 * @param {(event: string, place: Element) => void} tell tells the second module, which brings it to life
 * @returns {(wards: string) => void} */
export function wards(place, site, tell) {
  const address = String(new URL(place.dataset.fragments ?? "", site));
  let wanted = "";

  /** @param {Node[]} nodes */
  function put(...nodes) {
    // A press leaves a caret in the text pressed on. Where assistive technology reads, WebKit ends the page when that text goes.
    const selection = getSelection();
    // (Asked for its place, it has the page laid out.)
    if (selection?.rangeCount && place.contains(selection.anchorNode)) selection.removeAllRanges();
    tell("cp:clear", place);
    place.replaceChildren(...nodes);
  }

  /** @param {string} words */
  function line(words) {
    const line = document.createElement("p");
    line.className = "cp-part__line";
    line.setAttribute("role", "status");
    line.textContent = words;
    return line;
  }

  /** Tells whether it is there. */
  async function show() {
    const now = wanted;
    const ids = now.split(",");
    if (!place.hasChildNodes()) put(line(WAITING));
    try {
      const file = await fragments(address);
      if (now !== wanted || !place.isConnected) return false;
      const content = elements(file[file.indexOf(ids.length > 1 ? "several" : now) + 1], place);
      narrow(content, ids);
      put(content);
      place.dataset.of = ids.join(" ");
      tell("cp:fill", place);
      return true;
    } catch (error) {
      if (now !== wanted) return false;
      console.error(`What is known of wards could not be loaded: ${error}`);
      const again = document.createElement("button");
      const said = line(FAILED);
      again.type = "button";
      again.className = "cp-button";
      again.textContent = "Try again";
      again.addEventListener("click", async () => {
        said.textContent = WAITING;
        // The button goes, and has had the keyboard.
        if (await show()) find(place, "h3, h4, h5, h6", HTMLElement).focus();
        else place.querySelector("button")?.focus();
      });
      put(said, again);
      return false;
    }
  }

  // Nobody need wait for it who chooses a ward.
  fragments(address).catch(() => {});
  return (chosen) => {
    if (chosen === wanted) return;
    wanted = chosen;
    if (chosen) show();
    else put();
  };
}
