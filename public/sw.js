// Answers for the site from a copy on the device, once the visitor has asked for one (public/keep.js).
// The build puts in FILES, each with its SHA-256; BUILD, a name for all of them and this script; and EDITION.
//
// A copy is fetched whole and checked before anything of it is used. Pages come from one copy only. The copy before it stays,
// for pages that were open and still have parts to load. To end all copies, put public/sw-off.js in the place of this file.

const own = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = own.registration.scope;
const PREFIX = `plan-explorer ${SCOPE} `;
const OURS = PREFIX + BUILD;
const ABOUT = "about-this-copy";
// In this folder, not in one below it, which may be another site.
const HASHED = /^(pictures\/)?[\w.-]+-[0-9a-f]{16}(_bg)?\.\w+$/;

/** @param {string} name */
const at = (name) => new URL(name, SCOPE).href;
/** The name of a file by its address, without what the address asks of it. @param {string} url */
const named = (url) => url.split(/[?#]/)[0].slice(SCOPE.length);
/** @param {string} name */
const isPage = (name) => name === "" || name === "index.html";

/** @param {ArrayBuffer} bytes */
async function sum(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest));
}

/** A file as this version has it: from an earlier copy where its name holds its hash, else from the server. @param {string} name */
async function whole(name) {
  for (const get of [() => (HASHED.test(name) ? kept(at(name)) : undefined), () => fetch(at(name), { cache: "no-cache" })]) {
    const answer = await get();
    if (!answer) continue;
    if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
    if ((await sum(await answer.clone().arrayBuffer())) === FILES[name]) return answer;
  }
  throw new DOMException(`${name} is not what this version is made of`, "DataError");
}

/** What went wrong, as public/keep.js knows it. @param {unknown} error */
function reason(error) {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError" || name === "SecurityError") return "room";
  return name === "DataError" ? "damaged" : "broken";
}

async function fetchAll() {
  try {
    const cache = await caches.open(OURS);
    const ends = await Promise.allSettled(Object.keys(FILES).map(async (name) => cache.put(at(name), await whole(name))));
    const failed = ends.find((it) => it.status === "rejected");
    if (failed) throw failed.reason;
    await cache.put(at(ABOUT), new Response(JSON.stringify({ edition: EDITION, saved: Date.now() })));
  } catch (error) {
    await caches.delete(OURS);
    // Other pages of the site around are no concern of ours.
    const pages = (await own.clients.matchAll({ includeUncontrolled: true })).filter(({ url }) => url.startsWith(SCOPE) && isPage(named(url)));
    for (const page of pages) page.postMessage({ failed: reason(error) });
    throw error;
  }
}

/** All our copies, the newest first. */
async function copies() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const dated = await Promise.all(names.map(async (name) => ({ name, saved: (await about(name))?.saved ?? 0 })));
  return dated.sort((one, other) => other.saved - one.saved).map((it) => it.name);
}

/** @param {string} copy */
async function about(copy) {
  const answer = await caches.match(at(ABOUT), { cacheName: copy });
  return answer?.json();
}

/** A file with a hash in its name, from any copy: its name says that it is the same. @param {string} address */
async function kept(address) {
  for (const copy of await copies()) {
    const answer = await caches.match(address, { cacheName: copy });
    if (answer) return answer;
  }
  return undefined;
}

/** What stands in place of an earlier edition, which is not part of the copy, on a device that is not connected. */
const notKept = () =>
  new Response(
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Not saved on this device</title><h1>Not saved on this device</h1>
<p>You are offline, and this edition of the plan was not saved with the one you keep.</p>
<p><a href="${SCOPE}">Back to the plan</a></p>`,
    { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } },
  );

own.addEventListener("install", (event) => event.waitUntil(fetchAll()));

own.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const others = (await copies()).filter((name) => name !== OURS);
    for (const name of others.slice(1)) await caches.delete(name);
    await own.clients.claim();
  })());
});

own.addEventListener("message", (event) => {
  if (event.data === "use") own.skipWaiting();
  if (event.data !== "about") return;
  event.waitUntil((async () => {
    // A copy that the browser or somebody has thrown away is fetched again when it is asked for.
    event.ports[0].postMessage((await about(OURS)) ?? (await fetchAll().then(() => about(OURS), () => undefined)));
  })());
});

own.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const name = named(request.url);
  if (request.mode === "navigate" && name.startsWith("editions/")) event.respondWith(fetch(request).catch(notKept));
  if (!isPage(name) && !(name in FILES) && !HASHED.test(name)) return;
  event.respondWith((async () => {
    const found = await caches.match(at(isPage(name) ? "" : name), { cacheName: OURS });
    return found ?? (HASHED.test(name) ? await kept(at(name)) : undefined) ?? fetch(request);
  })());
});
