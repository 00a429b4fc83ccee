// For a page that shows the plan explorer in an <iframe>: makes each such frame as high as what is in it.
// Optional: without it a frame keeps the height that the page gives it, and scrolls.
(() => {
  const LEAST = 200;
  // No browser lays out much more.
  const MOST = 10_000_000;

  /** The address of a frame, if it has one. @param {HTMLIFrameElement} frame */
  function address(frame) {
    try {
      return new URL(frame.src, document.baseURI);
    } catch {
      return undefined;
    }
  }
  const frames = () =>
    [...document.querySelectorAll("iframe")].filter((it) => /(^|\/)embed\.html$/.test(address(it)?.pathname ?? ""));

  /** @param {HTMLIFrameElement} frame */
  const greet = (frame) => frame.contentWindow?.postMessage({ type: "plan-explorer:hello" }, "*");

  /** Gives what is in a frame this height, whether the host's stylesheet counts borders in or not.
   * @param {HTMLIFrameElement} frame @param {number} height */
  function fit(frame, height) {
    const style = getComputedStyle(frame);
    const around = [style.borderTopWidth, style.borderBottomWidth, style.paddingTop, style.paddingBottom];
    const more = style.boxSizing === "border-box" ? around.reduce((sum, it) => sum + parseFloat(it), 0) : 0;
    frame.style.setProperty("height", `${Math.min(Math.max(Math.ceil(height), LEAST), MOST) + more}px`);
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type !== "plan-explorer:size" && data?.type !== "plan-explorer:change") return;
    // By its window, not by a name that two frames may share; a sandboxed frame has no origin but that of nobody.
    const frame = frames().find((it) => it.contentWindow === source);
    if (!frame || ![address(frame)?.origin, "null"].includes(origin)) return;
    if (data.type === "plan-explorer:change") {
      const detail = { filters: data.filters };
      frame.dispatchEvent(new CustomEvent("plan-explorer:change", { bubbles: true, detail }));
    } else if (Number.isFinite(data.height)) {
      fit(frame, data.height);
      // A frame that has come, or come anew, since this script asked.
      if (data.greeted === false) greet(frame);
    }
  });

  // What they told before this script was there, nobody heard.
  frames().forEach(greet);
})();
