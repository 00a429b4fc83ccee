// Has the parts of the page filled that the second module makes (`data-part`), each when it comes near the window.
// The second module is imported with the first such part. Told on its port: `cp:fill` and `cp:clear`, each with the place.
import { copy } from "./copy.js";
import { open, tell as tellOn } from "./port.js";

const AHEAD = "100% 0px";
const WAITING = "This part is loading.";
const FAILED = "This part could not be loaded. Everything else on this page works. Reload the page to try again.";

// One module for all that are watched.
let module;
const tell = (event, place) => module?.then((port) => tellOn(port, event, place), () => {});

function say(place, words) {
  // What is there already, such as a table that came with the page, says more than a line would.
  const line = place.firstElementChild;
  if (line && !line.matches(".cp-part__line")) return;
  const own = line ?? place.appendChild(document.createElement("p"));
  own.className = "cp-part__line";
  own.textContent = words;
}

/** Watches the parts inside `root`, until what it gives back is called. `js` and `wasm` are the addresses of the second module. */
export function watch(root, { js, wasm }) {
  const places = new Set();

  async function fill(place) {
    try {
      module ??= open(js, wasm, "plan-explorer:details");
      await module;
      if (!place.isConnected) return;
      await tell("cp:fill", place);
      // The custom element as a preview of itself. Its script is beside this one.
      if (place.querySelector("[data-preview]")) await import(new URL("plan-explorer.js", js).href);
    } catch (error) {
      // The next part to come near tries again.
      module = undefined;
      console.error(`A part of the page could not be loaded: ${error}`);
      say(place, FAILED);
    }
  }

  const press = (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) copy(button);
  };
  root.addEventListener("click", press);

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
        say(place, WAITING);
        near.observe(place);
      }
    }
  }

  const changes = new MutationObserver(look);
  changes.observe(root, { childList: true, subtree: true });
  look();
  // On paper everything is near.
  const print = () => places.forEach((place) => tell("cp:fill", place));
  window.addEventListener("beforeprint", print);
  return () => {
    changes.disconnect();
    near.disconnect();
    root.removeEventListener("click", press);
    window.removeEventListener("beforeprint", print);
    places.forEach((place) => tell("cp:clear", place));
    tell("cp:forget", root);
  };
}
