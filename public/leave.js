// "Exit this page" in a frame: the whole tab goes, for the council's title, address and headings tell as much as the page does.
// `browser::leave_for` does the same for the program.

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
