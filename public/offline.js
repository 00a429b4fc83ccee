// Opens the one-file edition: what the page is made of stands in this file, compressed, and becomes files in memory, after whose
// addresses the page asks. From a file nothing else can be loaded, and the policy in its head forbids it as well.

async function open() {
  const shelf = [...document.querySelectorAll("script[data-name]")];
  const unpacked = await Promise.all(shelf.map(async ({ dataset, textContent }) => {
    const bytes = Uint8Array.from(atob(textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const blob = await new Response(stream).blob();
    return [dataset.name, new Blob([blob], { type: dataset.type })];
  }));
  const files = new Map(unpacked);
  let page = await files.get("index.html").text();
  files.delete("index.html");
  for (const [name, blob] of files) page = page.replaceAll(`./${name}`, URL.createObjectURL(blob));
  document.open();
  document.write(page);
  document.close();
}

open().catch((error) => {
  console.error(error);
  document.querySelector("p").textContent = "This file could not be opened. It may be damaged, or the browser too old. Get it again, or open it with a newer browser.";
});
