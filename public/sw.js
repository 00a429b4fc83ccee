// Answers for the site from a copy on the device, once the visitor has asked for one (public/keep.js).
// The build puts in FILES, each with its SHA-256; BUILD, a name for all of them and this script; and EDITION.
//
// A copy is fetched whole and checked before anything of it is used. Pages come from one copy only. The copy before it stays,
// for pages that were open and still have parts to load. To end all copies, put public/sw-off.js in the place of this file.

const PREFIX = `plan-explorer ${registration.scope} `;
const OURS = PREFIX + BUILD;
const ABOUT = "about-this-copy";
const at = (name) => new URL(name, registration.scope).href;
// In this folder, not in one below it, which may be another site.
const HASHED = /^(pictures\/)?[\w.-]+-[0-9a-f]{16}(_bg)?\.\w+$/;
const isPage = (name) => name === "" || name === "index.html";

/** The name of a file by its address, without what the address asks of it. */
const named = (url) => url.split(/[?#]/)[0].slice(registration.scope.length);

async function sum(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest));
}

/** A file as this version has it: from an earlier copy where its name holds its hash, else from the server. */
async function whole(name) {
  for (const get of [() => HASHED.test(name) && kept(at(name)), () => fetch(at(name), { cache: "no-cache" })]) {
    const answer = await get();
    if (!answer) continue;
    if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
    if ((await sum(await answer.clone().arrayBuffer())) === FILES[name]) return answer;
  }
  throw new DOMException(`${name} is not what this version is made of`, "DataError");
}

async function fetchAll() {
  try {
    const cache = await caches.open(OURS);
    const ends = await Promise.allSettled(Object.keys(FILES).map(async (name) => cache.put(at(name), await whole(name))));
    const failed = ends.find(({ status }) => status === "rejected");
    if (failed) throw failed.reason;
    await cache.put(at(ABOUT), new Response(JSON.stringify({ edition: EDITION, saved: Date.now() })));
  } catch (error) {
    await caches.delete(OURS);
    const failed = { QuotaExceededError: "room", SecurityError: "room", DataError: "damaged" }[error.name] ?? "broken";
    // Other pages of the site around are no concern of ours.
    const all = await clients.matchAll({ includeUncontrolled: true });
    all.filter(({ url }) => url.startsWith(registration.scope) && isPage(named(url))).forEach((it) => it.postMessage({ failed }));
    throw error;
  }
}

/** All our copies, the newest first. */
async function copies() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const dated = await Promise.all(names.map(async (name) => [(await about(name))?.saved ?? 0, name]));
  return dated.sort(([one], [other]) => other - one).map(([, name]) => name);
}

async function about(copy) {
  const answer = await caches.match(at(ABOUT), { cacheName: copy });
  return answer?.json();
}

/** A file with a hash in its name, from any copy: its name says that it is the same. */
async function kept(address) {
  for (const copy of await copies()) {
    const answer = await caches.match(address, { cacheName: copy });
    if (answer) return answer;
  }
}

addEventListener("install", (event) => event.waitUntil(fetchAll()));

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const others = (await copies()).filter((name) => name !== OURS);
    for (const name of others.slice(1)) await caches.delete(name);
    await clients.claim();
  })());
});

addEventListener("message", (event) => {
  if (event.data === "use") skipWaiting();
  if (event.data !== "about") return;
  event.waitUntil((async () => {
    // A copy that the browser or somebody has thrown away is fetched again when it is asked for.
    event.ports[0].postMessage((await about(OURS)) ?? (await fetchAll().then(() => about(OURS), () => undefined)));
  })());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const name = named(request.url);
  if (!isPage(name) && !(name in FILES) && !HASHED.test(name)) return;
  event.respondWith((async () => {
    const own = await caches.match(at(isPage(name) ? "" : name), { cacheName: OURS });
    return own || (HASHED.test(name) && (await kept(at(name)))) || fetch(request);
  })());
});
