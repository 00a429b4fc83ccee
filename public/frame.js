// Inside a frame: tells the page around it how high this page is and what is chosen. Heights are told in three forms, so that
// hosts which know Pym or Datawrapper need nothing new. What is told is no secret: ids of choices, no words.
//
// A height is told when it changes, and once more at two moments: when the page has loaded, for hosts that began to listen late,
// and when plan-explorer-frame.js says hello, which it does as soon as it runs and to each frame that it hears of. Nothing repeats.
// No height is told before the program is there or has failed: until then the page is the whole plan, most of which the program
// is about to hide, and a host would jump by more than a hundred screens.
//
// It is a guest in somebody else's tab: what leads out of the plan leads out of the frame as well.
import { find } from "./find.js";
import { canLeaveTop } from "./leave.js";

const SIZE = "plan-explorer:size";
const CHANGE = "plan-explorer:change";
const HELLO = "plan-explorer:hello";
/** What says that the program is there, or that it has failed; not in a place that is still being filled. */
const SETTLED = ":is(:root, main.cp:not([hidden]), main.cp:not([hidden]) *):is([data-state=ready], [data-state=failed])";
/** How long a change of width is remembered, in milliseconds. */
const LATELY = 5000;

/** Tells the page around this one, for as long as it is open. */
function tellParent() {
  const wishes = new URLSearchParams(location.search);
  // What a host calls this frame: Pym gives it in the address, others as the frame's own name.
  const id = wishes.get("childId") || window.name || "plan-explorer";
  const page = document.documentElement;
  /** Whether the page around makes this frame as high as it tells: its script has said hello. */
  let greeted = false;
  let settled = false;
  /** Whether the bar with the way to the filters was put at the head of its view. */
  let moved = false;
  /** What was told last, in pixels. @type {number | undefined} */
  let height;
  /** The last widths of this frame, each with the height of the page in it. @type {{ at: number, width: number, height: number }[]} */
  let turns = [];
  let chosen = location.search;

  /** The height to tell. A host may answer a height with another width, as where its scroll bar comes and goes, and that asks for
   * another height. Where two widths take turns so, it would go on for ever: then the larger height stays. */
  function due() {
    // Rounded up: half a pixel too little makes a scroll bar.
    const now = { at: performance.now(), width: page.clientWidth, height: Math.ceil(document.body.getBoundingClientRect().height) };
    if (turns.at(-1)?.width === now.width) turns.pop();
    turns = [...turns.filter((it) => now.at - it.at < LATELY), now].slice(-5);
    const swings = turns.length === 5 && turns.every((it, at) => it.width === turns[at % 2].width);
    return swings ? Math.max(...turns.map((it) => it.height)) : now.height;
  }

  function size() {
    // Where the host hides the frame, nothing in it has a height.
    if (!settled || !page.clientWidth) return;
    const now = due();
    if (now === height) return;
    height = now;
    parent.postMessage({ type: SIZE, id, height, greeted }, "*");
    parent.postMessage(`pymxPYMx${id}xPYMxheightxPYMx${height}`, "*");
    parent.postMessage({ "datawrapper-height": { [id]: height } }, "*");
    // The host may have made it so high before.
    if (innerHeight + 2 > height) fit();
  }

  /** Tells the height again. What is told is what the observer has seen, so that it notices whatever comes to differ from that: a host
   * may change the width and change it back before the next picture. */
  const sizes = new ResizeObserver(size);
  function again() {
    height = undefined;
    // To observe anew is to be told anew. Chromium passes over what is observed already.
    sizes.disconnect();
    sizes.observe(document.body);
  }

  /** In a frame as high as the page nothing scrolls. A host whose stylesheet has a word to say may keep it lower: then it does. */
  function fit() {
    const fitted = greeted && height !== undefined && innerHeight + 2 > height;
    if (!page.classList.toggle("cp-fitted", fitted) && !moved) return;
    // At the foot of such a frame nobody would find the way to the filters. Nor is it moved while the keyboard is on it.
    const bar = document.querySelector(".cp-bar");
    if (!bar || moved === fitted || bar.contains(document.activeElement)) return;
    moved = fitted;
    if (fitted) bar.parentElement?.prepend(bar);
    else bar.parentElement?.append(bar);
  }

  function settle() {
    settled = true;
    states.disconnect();
    again();
  }
  const look = () => settled || document.querySelector(SETTLED) === null || settle();
  const states = new MutationObserver(look);
  states.observe(page, { subtree: true, attributeFilter: ["data-state", "hidden"] });
  look();

  addEventListener("resize", fit);
  addEventListener("load", () => {
    if (settled) again();
    // What starts the program did not come: then the page is what it is.
    else if (!("live" in page.dataset)) settle();
  });
  // WebKit once lost what it compiled when a message came meanwhile, and so compiles in line (public/port.js). This hello alone may
  // still come then: the script of a host cannot know how far this page is.
  //
  // Only the first hello is answered, so that two scripts cannot keep each other busy.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== HELLO || greeted) return;
    greeted = true;
    if (settled) again();
  });

  document.addEventListener("cp:query", change, true);
  function change() {
    // The address follows in the same step; words that must not be in it are not told either.
    queueMicrotask(() => {
      if (location.search === chosen) return;
      chosen = location.search;
      /** @type {Record<string, string | string[]>} */
      const filters = {};
      for (const [name, value] of new URLSearchParams(chosen)) {
        filters[name] = ["q", "view", "order", "role"].includes(name) ? value : value.split(",");
      }
      parent.postMessage({ type: CHANGE, id, filters }, "*");
    });
  }
}

/** Links that lead elsewhere take the whole tab along; from a sandbox that forbids it they open a tab of their own. The build says
 * so of those on the page as written (xtask/src/later.rs).
 * @param {string} tab */
function leadOut(tab) {
  const folder = new URL("./", document.baseURI).href;
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (!link || !/^https?:/.test(link.href) || link.href.startsWith(folder)) return;
    if (!link.target || link.target === "_top") link.target = tab;
  }, true);
}

/** Where the tab cannot be left, “Exit this page” would leave the page around it to tell: in its place stands a link to a new tab. */
function offerNewTab() {
  const address = document.querySelector("a.cp-exit")?.getAttribute("href");
  if (!address) return;
  // The stylesheet takes away what cannot be done.
  document.documentElement.dataset.held = "";
  const put = () => {
    for (const exit of document.querySelectorAll(".cp-exit:not(:has(+ .cp-exit-tab))")) {
      const offer = document.createElement("span");
      offer.className = "cp-exit-tab";
      const link = document.createElement("a");
      Object.assign(link, { className: "cp-exit-tab__link", href: address, target: "_blank", rel: "noopener noreferrer" });
      link.textContent = "Open another page in a new tab";
      // Once that tab is open, nothing is left to read here.
      link.addEventListener("click", () => setTimeout(() => document.body.replaceChildren()));
      offer.append(link, " Then close this tab. The website around this page does not let us do that for you.");
      exit.after(offer);
    }
  };
  new MutationObserver(put).observe(document.body, { childList: true, subtree: true });
  put();
}

// The page around has a title for it.
if (new URLSearchParams(location.search).get("head") === "none") find(document, "main.cp", HTMLElement).dataset.head = "none";

if (parent !== window) {
  tellParent();
  const free = canLeaveTop();
  leadOut(free ? "_top" : "_blank");
  if (!free) offerNewTab();
}
