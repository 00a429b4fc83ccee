// Ends every copy that visitors have saved: put this file in the place of sw.js, and leave it there. Browsers fetch it with the
// next visit, or within a day; it throws all copies away and takes itself out.

addEventListener("install", (event) => event.waitUntil(skipWaiting()));

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(`plan-explorer ${registration.scope} `)) await caches.delete(name);
    }
    await registration.unregister();
  })());
});
