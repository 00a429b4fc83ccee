// "Save for offline", on the page of its own only. Nothing is registered and nothing stored before the visitor presses it.
// What does the work is public/sw.js: it fetches the whole site, checks it, and answers for it from then on.
//
// The site around this folder may have workers of its own, whose scope this page is in as well. Ours is the one whose scope is exactly
// this folder and whose script is the one in it; with any other, nothing is done and nothing of it is told.

import { find } from "./find.js";

const box = find(document, "[data-keep]", HTMLDetailsElement);
const worker = navigator.serviceWorker;
const part = document.createElement("div");
part.innerHTML = `<p>“Save for offline” keeps the whole plan on this device, about ${box.dataset.size} to fetch. It then opens with no connection.
 Whoever uses this device can see that it was saved.</p>
 <p class="cp-keep__line" data-age></p>
 <p class="cp-keep__ways"><button type="button" class="cp-button" data-do="save">Save for offline</button>
 <button type="button" class="cp-button" data-do="use" hidden>Use the newer version now</button>
 <button type="button" class="cp-button cp-button--quiet" data-do="remove" hidden>Remove from this device</button></p>
 <p class="cp-keep__line" role="status"></p>`;
const [save, use, remove] = ["save", "use", "remove"].map((name) => find(part, `[data-do=${name}]`, HTMLButtonElement));
const status = find(part, "[role=status]", HTMLElement);
const age = find(part, "[data-age]", HTMLElement);
const DAY = 86_400_000;
const STALE = 7 * DAY;

const FAILED = {
  room: "This device has no room for the plan, or does not let this page store it. Nothing was changed.",
  damaged: "A file of the plan did not arrive as it should. Nothing was changed. Try again later.",
  broken: "The plan could not be fetched: the connection broke. Nothing was changed. Try again.",
};
/** Why saving last failed, and whether it has. @type {keyof typeof FAILED} */
let why = "broken";
let failed = false;

/** @param {string} words */
function say(words) {
  status.textContent = words;
}

/** This folder, which is the scope of our worker, and the script of it. */
const FOLDER = new URL("./", document.baseURI).href;
const SCRIPT = new URL("sw.js", FOLDER).href;

/** What is registered for exactly this folder, if anything, by whomever. */
async function here() {
  return (await worker.getRegistrations()).find((it) => it.scope === FOLDER);
}

/** Whether all that is registered is ours. @param {ServiceWorkerRegistration} registration */
const isOurs = ({ installing, waiting, active }) => [installing, waiting, active].every((it) => !it || it.scriptURL === SCRIPT);

/** Our registration, if there is one. */
async function ours() {
  const registration = await here();
  return registration && isOurs(registration) ? registration : undefined;
}

/** What our worker knows of its copy. @param {ServiceWorker} of @returns {Promise<{ edition: string, saved: number } | undefined>} */
function about(of) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    of.postMessage("about", [port2]);
    setTimeout(() => done(undefined), 3000);
  });
}

/** @param {number} time */
const day = (time) => new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** Shows how things are. @param {ServiceWorkerRegistration} [registration] */
async function show(registration) {
  const active = registration?.active;
  const copy = active && (await about(active));
  // With the copy gone, by the browser or by hand, it can be saved again.
  save.hidden = Boolean(copy);
  remove.hidden = !active;
  use.hidden = !registration?.waiting;
  // Whoever has a copy is told of it without asking.
  if (active) box.open = true;
  age.textContent = "";
  if (copy) {
    const days = Math.floor((Date.now() - copy.saved) / DAY);
    const old = days * DAY >= STALE ? ` This copy is ${days} days old.` : "";
    age.textContent = `Saved on this device on ${day(copy.saved)}: ${copy.edition}.${old}`;
  }
  if (registration?.waiting) say("A newer version has been fetched and checked. You choose when to use it.");
}

/** Waits until a worker is in one of some states; tells whether it got there, or gave up.
 * @param {ServiceWorker} of @param {ServiceWorkerState[]} states @returns {Promise<boolean>} */
function reaches(of, states) {
  return new Promise((done) => {
    const look = () => {
      if ([...states, "redundant"].includes(of.state)) done(of.state !== "redundant");
    };
    of.addEventListener("statechange", look);
    look();
  });
}

/** Waits until a worker has its copy, or has given up. @param {ServiceWorker} installing */
const settled = (installing) => reaches(installing, ["installed", "activating", "activated"]);

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  registration.addEventListener("updatefound", async () => {
    const { active, installing } = registration;
    if (active && installing && (await settled(installing))) show(registration);
  });
}

async function press() {
  save.disabled = true;
  say("The plan is being fetched and checked.");
  why = "broken";
  failed = false;
  try {
    const registration = await worker.register(SCRIPT, { updateViaCache: "none" });
    watch(registration);
    const installing = registration.installing;
    // Not `worker.ready`: that may be another worker, which answers for this page until ours does.
    if (installing && !(await settled(installing))) throw new Error("the worker gave up");
    if (installing && !registration.active) await reaches(installing, ["activated"]);
    // An earlier worker whose copy is gone fetches it again.
    if (!installing && registration.active) await about(registration.active);
    await show(registration);
    if (!age.textContent) throw new Error("there is no copy");
    say("The plan is saved. It now opens without a connection.");
    remove.focus();
  } catch (error) {
    // What the browser itself refuses, such as storage in a private window, is no broken connection.
    if (error instanceof DOMException && error.name === "SecurityError") why = "room";
    failed = true;
    say(FAILED[why]);
  }
  save.disabled = false;
}

async function forget() {
  // The browser first ends a look for a newer version.
  say("The plan is being removed from this device.");
  await (await ours())?.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`plan-explorer ${FOLDER} `)) await caches.delete(name);
  }
  await show();
  say("The plan is removed from this device.");
  save.focus();
}

async function start() {
  const title = find(box, "h2", HTMLElement);
  // Never inside somebody else's page; and without a secure address no browser keeps anything.
  if (!worker || !isSecureContext || window !== top) return;
  // Where somebody else's worker has this folder, ours would take its place.
  const there = await here();
  if (there && !isOurs(there)) return;
  title.parentElement?.after(part);
  worker.addEventListener("message", ({ data, source }) => {
    // The worker says why, now and then only after its end was noticed.
    if (!(source instanceof ServiceWorker) || source.scriptURL !== SCRIPT || !(data?.failed in FAILED)) return;
    why = data.failed;
    if (failed) say(FAILED[why]);
  });
  save.addEventListener("click", press);
  remove.addEventListener("click", forget);
  use.addEventListener("click", async () => {
    // Only this page is opened anew; others go on with what they have.
    worker.addEventListener("controllerchange", () => worker.controller?.scriptURL === SCRIPT && location.reload());
    (await ours())?.waiting?.postMessage("use");
  });
  if (!there) return;
  watch(there);
  await show(there);
  // Whoever has a copy gets the next one too. Without a connection nothing comes of it.
  there.update().catch(() => {});
}

start().catch((error) => console.error(`Saving for offline cannot be offered: ${error}`));
