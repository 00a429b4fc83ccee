// Starts the explorer, when all of the page is there.
//
// The page comes as a leaflet: the whole plan as HTML that filters itself, and that is shown as it arrives; nothing seen waits for
// this script. The app is put together beside it, unseen, and takes its place in one step; where it cannot, or ends later, the
// leaflet is there. The one line of script inside the page (index.html) says on the page's root what this script would say too
// late: that the address asks for something, or that nothing is chosen.
import { choices, follow, note, page, passed, show, take } from "./leaflet.js";
import { compiled } from "./port.js";

const tag = document.querySelector("script[data-wasm]");
const at = (name) => new URL(tag.dataset[name], document.baseURI);
let paper, leaflet;

const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// A press that began on the leaflet ends on it.
let held = false;
const hold = () => (held = true);
const loose = () => setTimeout(() => (held = false));
const presses = [["pointerdown", hold], ["keydown", hold], ["compositionstart", hold], ["pointerup", loose],
  ["pointercancel", loose], ["keyup", loose], ["compositionend", loose], ["blur", loose]];
async function handsOff() {
  for (let waits = 0; waits < 60 && (held || document.activeElement?.localName === "select"); waits++) await rest(50);
}

/** Until the page has been painted once: nothing shall come before that on a slow line, and what is taken away before it was
 * seen counts as painted late. A page that nobody looks at is never painted. */
const seen = () =>
  PerformanceObserver.supportedEntryTypes?.includes("paint") &&
  new Promise((done) => {
    setTimeout(done, 1000);
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
  });

async function start() {
  await seen();
  let place;
  const parts = import(at("parts")).catch((error) => console.error(`Parts of the page could not be loaded: ${error}`));
  try {
    const [{ default: init }, module, handover] =
      await Promise.all([import(at("js")), compiled(at("wasm")), import(at("handover"))]);
    // Between steps a cheap phone shall answer.
    await rest(0);
    const words = await handover.words(leaflet);
    await rest(0);
    await handsOff();
    passed(leaflet);
    place = handover.room(paper, words);
    await rest(0);
    let { made } = choices;
    await init({ module_or_path: module });
    await handover.whole(place);
    while (held || made !== choices.made) {
      await handsOff();
      if (made !== choices.made) {
        ({ made } = choices);
        passed(leaflet);
        dispatchEvent(new PopStateEvent("popstate"));
        await rest(0);
      }
      held = false;
    }
    handover.lend(paper, place);
    (await parts)?.watch(place, { js: at("detailsJs"), wasm: at("detailsWasm"), charts: at("charts"), from: leaflet });
    handover.carry(paper, place);
    page.dataset.none = "";
    handover.guard(paper, place, () => (show(leaflet), fail()));
    presses.forEach(([name, does]) => removeEventListener(name, does, true));
  } catch (error) {
    console.error(`The explorer could not start: ${error}`);
    place?.remove();
    fail();
  }
  const keep = document.querySelector("[data-keep]");
  if (keep) import(new URL(keep.dataset.keep, document.baseURI));
}

function fail() {
  delete leaflet.dataset.view;
  leaflet.dataset.state = "failed";
}

function begin() {
  leaflet = document.querySelector(".cp > .cp-leaflet");
  paper = leaflet.parentElement;
  presses.forEach(([name, does]) => addEventListener(name, does, true));
  page.dataset.live = "";
  follow(leaflet, () => paper.isConnected);
  addEventListener("popstate", () => paper.isConnected && show(leaflet));
  note(leaflet);
  try {
    take(leaflet);
  } finally {
    delete page.dataset.waits;
  }
  start();
}

begin();
