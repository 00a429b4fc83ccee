// Opens the one-file edition: what the page is made of stands in this file, compressed, and becomes files in memory, after whose
// addresses the page asks. From a file nothing else can be loaded, and the policy in its head forbids it as well.
import { find } from "./find.js";

/** A file on the shelf, by its name. @param {HTMLScriptElement} shelved @returns {Promise<[string, Blob]>} */
async function unpacked({ dataset: { name = "", type }, text }) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const blob = await new Response(stream).blob();
  return [name, new Blob([blob], { type })];
}

async function open() {
  /** @type {NodeListOf<HTMLScriptElement>} */
  const shelf = document.querySelectorAll("script[data-name]");
  const files = new Map(await Promise.all([...shelf].map(unpacked)));
  let page = await files.get("index.html")?.text() ?? "";
  files.delete("index.html");
  for (const [name, blob] of files) page = page.replaceAll(`./${name}`, URL.createObjectURL(blob));
  document.open();
  document.write(page);
  document.close();
}

open().catch((error) => {
  console.error(error);
  find(document, "p", HTMLElement).textContent = "This file could not be opened. It may be damaged, or the browser too old. Get it again, or open it with a newer browser.";
});
