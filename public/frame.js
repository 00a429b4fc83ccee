// Inside a frame: tells the page around it how high this page is and what is chosen. Heights are told in three forms, so that
// hosts which know Pym or Datawrapper need nothing new. What is told is no secret: ids of choices, no words.
const SIZE = "plan-explorer:size";
const CHANGE = "plan-explorer:change";
const HELLO = "plan-explorer:hello";

/** Tells the page around this one, for as long as it is open. */
function tellParent() {
  const wishes = new URLSearchParams(location.search);
  // What a host calls this frame: Pym gives it in the address, others as the frame's own name.
  const id = wishes.get("childId") || window.name || "plan-explorer";
  const page = document.documentElement;
  let height;
  let chosen = location.search;

  const isReady = () => document.querySelector("[data-state=ready]") !== null;

  function size() {
    // Rounded up: half a pixel too little makes a scroll bar.
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    parent.postMessage({ type: SIZE, id, height, ready: isReady() }, "*");
    parent.postMessage(`pymxPYMx${id}xPYMxheightxPYMx${height}`, "*");
    parent.postMessage({ "datawrapper-height": { [id]: height } }, "*");
  }
  new ResizeObserver(size).observe(document.body);
  // Again, for a page whose script comes late.
  for (const later of [2000, 5000, 15000]) {
    setTimeout(() => {
      height = undefined;
      size();
    }, later);
  }

  document.addEventListener("cp:query", change, true);
  function change() {
    // The address follows in the same step; words that must not be in it are not told either.
    queueMicrotask(() => {
      if (location.search === chosen) return;
      chosen = location.search;
      const filters = {};
      for (const [name, value] of new URLSearchParams(chosen)) {
        filters[name] = ["q", "view", "order", "role"].includes(name) ? value : value.split(",");
      }
      parent.postMessage({ type: CHANGE, id, filters }, "*");
    });
  }

  // A page that follows the height says so; then this one need not scroll inside it.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== HELLO) return;
    page.classList.add("cp-fitted");
    height = undefined;
    size();
  });
}

if (parent !== window) tellParent();
