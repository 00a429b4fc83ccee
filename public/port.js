// Starts a module and takes its port: an event target that it hands over in one event on the document as it starts, and on
// which it is told what to do from then on. So nothing is left on the page's window or document, and no name is taken.

/** Fetches and compiles a module. @param {string | URL} url */
async function compiled(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  // WebKit can lose what it compiles beside the page, for good, when a message comes between a page and its frames.
  if (navigator.vendor.startsWith("Apple")) return new WebAssembly.Module(await answer.arrayBuffer());
  // A host that does not know the type sends the same bytes.
  const known = answer.headers.get("content-type")?.startsWith("application/wasm");
  return known ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** Imports the glue at `js`, starts the module at `wasm`, and gives the port that it hands over under the name `hello`.
 * @param {string | URL} js @param {string | URL} wasm @param {string} hello @returns {Promise<EventTarget>} */
export async function open(js, wasm, hello) {
  const [{ default: init, initSync }, module] = await Promise.all([import(String(js)), compiled(wasm)]);
  let port = /** @type {EventTarget | undefined} */ (undefined);
  /** @param {Event} event */
  const take = (event) => {
    port = /** @type {CustomEvent<EventTarget>} */ (event).detail;
  };
  document.addEventListener(hello, take);
  try {
    // In one step: WebKit can lose an instance that it makes beside the page, as it can what it compiles.
    initSync({ module });
  } catch (error) {
    // Chrome before 112 makes no large instance in one step.
    if (!(error instanceof RangeError)) throw error;
    await init({ module_or_path: module });
  } finally {
    document.removeEventListener(hello, take);
  }
  if (!port) throw new Error("the module did not say that it is there");
  return port;
}

/** Tells what to do, and with what: mostly with which element.
 * @param {EventTarget} port @param {string} event @param {unknown} detail */
export const tell = (port, event, detail) => port.dispatchEvent(new CustomEvent(event, { detail }));
