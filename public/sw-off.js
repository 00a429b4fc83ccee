// Ends every copy that visitors have saved: put this file in the place of sw.js, and leave it there. Browsers fetch it with the
// next visit, or within a day; it throws all copies away and takes itself out.

const own = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

own.addEventListener("install", (event) => event.waitUntil(own.skipWaiting()));

own.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(`plan-explorer ${own.registration.scope} `)) await caches.delete(name);
    }
    await own.registration.unregister();
  })());
});
