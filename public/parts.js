// Has the parts of the page filled that the second module makes (`data-part`), each when it comes near the window.
// The second module is imported with the first such part. Told on the window: `cp:fill` and `cp:clear`, each with the place.
const AHEAD = "100% 0px";
const WAITING = "This part is loading.";
const FAILED = "This part could not be loaded. Everything else on this page works. Reload the page to try again.";

// A part that waits (`data-wait`) is filled when the visitor turns to the form around it (`data-asks`), and asked on the part
// itself: `cp:ask` with what was typed, `cp:here` for where the device is.
const KEPT = "plan-explorer:ward";

const tell = (event, place) => window.dispatchEvent(new CustomEvent(event, { detail: place }));

function say(place, words) {
  // What is there already, such as a table that came with the page, says more than a line would.
  const line = place.firstElementChild;
  if (line && !line.matches(".cp-part__line")) return;
  const own = line ?? place.appendChild(document.createElement("p"));
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

/** Watches the parts inside `root`. `js` and `wasm` are the addresses of the second module. */
export function watch(root, { js, wasm }) {
  let module;
  const places = new Set();

  async function fill(place) {
    try {
      module ??= import(js).then(({ default: init }) => init({ module_or_path: wasm }));
      await module;
      if (place.isConnected) tell("cp:fill", place);
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
  root.addEventListener("focusin", turn);
  root.addEventListener("pointerdown", turn);

  async function ask(place, event, detail) {
    await fill(place);
    place.dispatchEvent(new CustomEvent(event, { detail }));
  }
  root.addEventListener("submit", (event) => {
    const place = waiting(event);
    if (place) ask(place, "cp:ask", event.target.querySelector("input").value);
  });
  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-here]")) ask(waiting(event), "cp:here");
  });

  new MutationObserver(look).observe(root, { childList: true, subtree: true });
  look();
  // What the device keeps is offered only where the address says nothing.
  const first = root.querySelector("[data-wait]");
  if (first && !location.search && keeps()) fill(first);
  // On paper everything is near.
  window.addEventListener("beforeprint", () => module && places.forEach((place) => "wait" in place.dataset || tell("cp:fill", place)));
}
