// For a page that shows the plan explorer in an <iframe>: makes each such frame as high as what is in it.
// Optional: without it a frame keeps the height that the page gives it, and scrolls.
(() => {
  const LEAST = 200;
  const MOST = 100_000;
  const isOurs = (frame) => /(^|\/)embed\.html$/.test(new URL(frame.src, document.baseURI).pathname);
  const frames = () => [...document.querySelectorAll("iframe[src]")].filter(isOurs);
  const greet = (frame) => frame.contentWindow?.postMessage({ type: "plan-explorer:hello" }, "*");

  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type !== "plan-explorer:size" && data?.type !== "plan-explorer:change") return;
    // By its window, not by a name that two frames may share; a sandboxed frame has no origin but that of nobody.
    const frame = frames().find((it) => it.contentWindow === source);
    if (!frame || ![new URL(frame.src, document.baseURI).origin, "null"].includes(origin)) return;
    if (data.type === "plan-explorer:change") {
      const detail = { filters: data.filters };
      frame.dispatchEvent(new CustomEvent("plan-explorer:change", { bubbles: true, detail }));
    } else if (Number.isFinite(data.height)) {
      // Not before the explorer is there: a message while WebKit compiles it stops that for good.
      if (data.ready && !frame.dataset.fitted) {
        frame.dataset.fitted = "";
        greet(frame);
      }
      frame.style.setProperty("height", `${Math.min(Math.max(Math.ceil(data.height), LEAST), MOST)}px`);
    }
  });
})();
