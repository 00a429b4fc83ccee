// Writes down each height of the frame, and whether the explorer stands in it by then.
/** @type {[number, boolean][]} */
const heights = [];
Object.assign(window, { heights });
for (const frame of document.querySelectorAll("iframe")) {
  new ResizeObserver(() => {
    const ready = frame.contentDocument?.querySelector("main.cp:not([hidden]) [data-state=ready]");
    heights.push([frame.clientHeight, Boolean(ready)]);
  }).observe(frame);
}
