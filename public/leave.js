// "Exit this page": one press, or three of Shift, and a harmless page is there instead. In a frame the whole tab goes, for the
// council's title, address and headings tell as much as the page does. The same with and without the program.

/** How long a browser may take to leave before this page goes alone, in milliseconds: WebKit refuses without a word. */
const SOON = 1000;

/** What lets a frame in a sandbox take the whole tab elsewhere. */
const LETS = /(^|\s)allow-top-navigation(-by-user-activation)?(\s|$)/i;

/** Whether this page can take the whole tab elsewhere. In a frame no browser says so: what can be read of the frames around is read,
 * and a sandbox that took the page its origin is taken to allow nothing else either. */
export function canLeaveTop() {
  if (window === top) return true;
  if (origin === "null") return false;
  try {
    for (let it = window; it !== it.parent; it = /** @type {typeof window} */ (it.parent)) {
      const sandbox = it.frameElement?.getAttribute("sandbox") ?? undefined;
      if (sandbox !== undefined && !LETS.test(sandbox)) return false;
    }
  } catch {
    // The page around is another site's, and says nothing.
  }
  return true;
}

/** Leaves for another address, in place of the whole tab, after taking away what was shown: everything in `page`, and the title.
 * @param {Element} page @param {string} address */
export function leave(page, address) {
  page.replaceChildren();
  document.title = "";
  const alone = () => location.replace(address);
  if (window === top) return alone();
  try {
    top?.location.replace(address);
    setTimeout(alone, SOON);
  } catch {
    alone();
  }
}

/** What offers the way out and is not hidden, in a frame also by frame.js. Where there is none, Shift is a key like any other. */
const OFFER = ".cp-exit:not([hidden] *, [data-held] *)";
/** How long three presses of Shift may take, in milliseconds. */
const TIME = 5000;

/** Has the way out of a page act, until what this gives back is called. Shift is also held to choose text, to open a link in a window
 * of its own and to scroll sideways: so a press counts when the key comes up again and nothing else was done from the first press to
 * the last.
 * @param {HTMLElement} page what is taken away
 * @param {EventTarget} keys where keys are heard: on a page of our own everywhere, on a host's only inside the explorer */
export function offerExit(page, keys) {
  const offered = () => /** @type {HTMLAnchorElement | null} */ (page.querySelector(OFFER));
  let held = false;
  /** When the last presses ended. @type {number[]} */
  let ended = [];
  const reset = () => {
    held = false;
    ended = [];
  };
  /** @param {Event} event */
  const key = (event) => {
    const { key: name, ctrlKey, altKey, type, timeStamp } = /** @type {KeyboardEvent} */ (event);
    if (name !== "Shift" || ctrlKey || altKey) return reset();
    if (type === "keydown") held = true;
    else if (held) {
      held = false;
      ended = [...ended.slice(-2), timeStamp];
      const link = offered();
      if (ended.length === 3 && timeStamp - ended[0] <= TIME) {
        reset();
        if (link) leave(page, link.href);
      }
    }
  };
  /** @param {Event} event */
  const click = (event) => {
    const link = event.target instanceof Element ? event.target.closest(".cp-exit") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    leave(page, link.href);
  };
  /** Before all others, so that no part of the page can keep anything back. @type {[EventTarget, string, (event: Event) => void][]} */
  const heard = [[keys, "keydown", key], [keys, "keyup", key], [window, "pointerdown", reset], [window, "wheel", reset], [page, "click", click]];
  heard.forEach(([on, name, call]) => on.addEventListener(name, call, { capture: true, passive: name === "wheel" }));
  return () => heard.forEach(([on, name, call]) => on.removeEventListener(name, call, true));
}
