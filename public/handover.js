/* global WORDS */
// From one to the other of two pages that show the same: what is open, typed, focused and scrolled to goes along.
const ONLY_ON_ONE = ".cp-term__meaning, .cp-visually-hidden, .cp-when-chosen";
function beginning(it) {
  let text = "";
  const walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
  while (text.length < 150 && walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest(ONLY_ON_ONE)) text += walk.currentNode.data;
  }
  return text.replace(/[\d\s]+/g, " ").trim().slice(0, 80);
}

/** By what an element is known on both: its card, its class, its words. */
function mark(it) {
  const card = it.closest(".cp-card, .cp-statement, .cp-facet, .cp-note");
  const group = it.closest(".cp-group")?.querySelector(".cp-group__title");
  const own = it.labels?.[0] ?? (it.localName === "details" ? it.firstElementChild : it);
  return [group && beginning(group), card && card !== it && beginning(card), it.type, beginning(own)].join("|");
}

function twin(it, to) {
  const same = it.id && to.querySelector(`[id="${CSS.escape(it.id)}"]`);
  if (same) return same;
  const alike = (root) => {
    const all = it.className && it.localName !== "input" ? root.getElementsByClassName(it.className) : root.getElementsByTagName(it.localName);
    return [...all].filter((other) => mark(other) === wanted);
  };
  const wanted = mark(it);
  return alike(to)[alike(it.closest(".cp")).indexOf(it)];
}

const inside = (it, from) => it !== document.body && it !== from && from.contains(it);

/** The words of the plan: put together from what stands on the leaflet, or fetched where that is not what was written, as when
 * somebody has translated it. */
export async function words(leaflet) {
  const page = leaflet.textContent;
  const { own, moves, lengths, sum, whole } = WORDS;
  let at = 0, text = "";
  own.forEach((it, index) => {
    at += moves[index];
    text += it + page.slice(at, (at += lengths[index]));
  });
  let found = 0;
  for (let index = 0; index < text.length; index++) found = (Math.imul(found, 31) + text.charCodeAt(index)) | 0;
  return found === sum ? text : (await fetch(new URL(whole, import.meta.url))).text();
}

/** The place, unseen, in which the app is put together. It finds the words of the plan there. */
export function room(paper, words) {
  const place = paper.cloneNode(false);
  place.hidden = true;
  place.textContent = words;
  paper.before(place);
  return place;
}

/** Until the app is whole: it puts itself there in several tasks. */
export async function whole(place) {
  for (let waits = 0; !place.querySelector("[data-state=ready]"); waits++) {
    if (waits > 200) throw new Error("there is nothing to show");
    await new Promise((done) => setTimeout(done));
  }
}

/** Parts that the app leaves open until the second module comes hold meanwhile what stands on the leaflet. */
export function lend(from, to) {
  for (const part of to.querySelectorAll("[data-part]")) {
    const copy = from.querySelector(`[data-part="${part.dataset.part}"]`)?.cloneNode(true);
    if (!copy || part.firstElementChild) continue;
    copy.querySelectorAll("[data-part]").forEach((it) => delete it.dataset.part);
    part.append(...copy.childNodes);
  }
}

/** Puts `to` in the place of `from`, within one frame. */
export function carry(from, to) {
  const pairs = (selector, fits) =>
    [...from.querySelectorAll(selector)].filter(fits).map((it) => [it, twin(it, to)]).filter(([, other]) => other);
  const focused = inside(document.activeElement, from) && document.activeElement;
  const focus = focused && twin(focused, to);
  // Details keep whether they are open; what is open from the start may have been closed.
  const opened = pairs("details", (it) => it.open || it.matches(".cp-facet"));
  const typed = pairs("input[type=search], input[type=text]", (it) => it.value);
  const near = [];
  if (scrollY > 0) {
    const seen = [focused || [], ...["h1, h2, h3, h4, h5", "summary, p, li"].map((it) => [...from.querySelectorAll(it)])].flat();
    for (const it of seen) {
      const { top, height } = it.getBoundingClientRect();
      // What stays on the screen tells nothing of the place.
      if (it.closest(".cp-filters, .cp-bar, .cp-exit-bar")) continue;
      if (top >= 0 && top < innerHeight && height && near.length < 12) near.push([twin(it, to), top]);
    }
  }
  const sheet = from.querySelector(":target");
  const sent = from.querySelector("form[data-sent]");
  const left = scrollX, height = scrollY;

  to.hidden = false;
  if (to.isConnected) from.remove();
  else from.replaceWith(to);

  for (const [it, other] of opened) other.open = it.open;
  for (const [it, other] of typed) {
    other.value = it.value;
    other.dispatchEvent(new Event("input", { bubbles: true }));
  }
  // A sheet or menu that is open by the address opens by its button.
  if (sheet?.matches(".cp-filters, .cp-menu__list")) to.querySelector(`button[aria-controls="${sheet.id}"]`)?.click();
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  if (focus) {
    focus.focus({ preventScroll: true });
    if (/search|text/.test(focused.type)) focus.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  }
  scrollTo(left, height);
  const anchor = near.find(([it]) => it?.getClientRects().length);
  if (anchor) scrollBy(0, anchor[0].getBoundingClientRect().top - anchor[1]);
  if (sent) to.getElementsByClassName(sent.className)[0]?.requestSubmit();
}

/** What the app's wasm throws ends it: nothing on it would act any more. Then `back` makes the leaflet ready, and it returns. The second
 * module fills parts, and ends alone. */
export function guard(paper, place, back) {
  const ended = (error) => {
    const stack = String(error?.stack);
    if (!(error instanceof WebAssembly.RuntimeError) && !/wasm/.test(stack)) return;
    if (paper.isConnected || /plan-details/.test(/.*wasm.*/.exec(stack)?.[0])) return;
    back();
    const view = paper.querySelector("[data-shown]");
    carry(place, paper);
    view?.scrollIntoView();
  };
  addEventListener("error", ({ error }) => ended(error));
  addEventListener("unhandledrejection", ({ reason }) => ended(reason));
}
