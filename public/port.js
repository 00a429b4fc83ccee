// Starts a module and takes its port: an event target that it hands over in one event on the document as it starts, and on
// which it is told what to do from then on. So nothing is left on the page's window or document, and no name is taken.

/** Fetches and compiles a module. */
export async function compiled(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  // WebKit can lose what it compiles beside the page, for good, when a message comes between a page and its frames.
  if (navigator.vendor.startsWith("Apple")) return new WebAssembly.Module(await answer.arrayBuffer());
  // A host that does not know the type sends the same bytes.
  const known = answer.headers.get("content-type")?.startsWith("application/wasm");
  return known ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** Imports the glue at `js`, starts the module at `wasm`, and gives the port that it hands over under the name `hello`. */
export async function open(js, wasm, hello) {
  const [{ default: init, initSync }, module] = await Promise.all([import(js), compiled(wasm)]);
  let port;
  const take = (event) => {
    port = event.detail;
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

/** Tells what to do, and with which element. */
export const tell = (port, event, detail) => port.dispatchEvent(new CustomEvent(event, { detail }));
