// Starts the explorer. A file of its own, because a strict content security policy allows no script inside the page.
const tag = document.querySelector("script[data-wasm]");
const at = (name) => new URL(tag.dataset[name], document.baseURI);

async function start() {
  try {
    const { default: init } = await import(at("js"));
    await init({ module_or_path: at("wasm") });
  } catch (error) {
    console.error(`The explorer could not start: ${error}`);
    const place = document.querySelector(".cp-loading");
    if (place) {
      place.textContent = "The plan could not be opened. Reload the page, or try another browser.";
    }
    return;
  }
  try {
    const { watch } = await import(at("parts"));
    watch(document.querySelector(".cp"), { js: at("detailsJs"), wasm: at("detailsWasm"), charts: at("charts") });
  } catch (error) {
    console.error(`Parts of the page could not be loaded: ${error}`);
  }
}

start();
