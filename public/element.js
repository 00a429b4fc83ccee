// Defines <plan-explorer>. Until an element comes near the window, or the page's address speaks to it, it loads nothing.
// Then it puts the page, as the build wrote it, into its shadow root, and has the program bring it to life. What the program and the
// element say to each other are events on the page's root there: src/app/page.rs.
import { lower } from "./headings.js";
import { offerExit } from "./leave.js";
import { open, tell } from "./port.js";

const NAME = "plan-explorer";
const WISHES = ["priority", "partner", "role", "ward", "kind", "gap", "q", "order", "view"];
const AHEAD = "100% 0px";
// Put in by the build: the names of the files that are loaded later.
/** @param {string} name */
const at = (name) => new URL(name, import.meta.url).href;

// Before the app is there, the fallback is shown in the page's own looks, and nothing below it shall move.
const BEFORE = `:host{display:block}:host([hidden]){display:none!important}
:host([data-state=loading]),:host(:not([data-state])){min-block-size:var(--plan-min-height,100vh)}`;

/** One program for all elements. @type {Promise<EventTarget> | undefined} */
let program;
/** One page for all elements. @type {Promise<string> | undefined} */
let text;
/** What fills the parts of all elements. @type {Promise<typeof import("./lazy.js") | void> | undefined} */
let lazy;
/** What elements are called in the address. @type {Set<string>} */
const keys = new Set();
let said = false;

/** Says once what the page's policy is short of. @param {string} why */
function complain(why) {
  if (!said) console.error(`<${NAME}> could not start, so what stands inside it is shown instead: ${why}`);
  said = true;
}

/** Whether the page has a router that takes every fragment for a route of its own: its links or its address say so. A route that comes
 * later is seen by the program (src/app/host.rs). */
const ownsFragment = () => /^#!?\//.test(location.hash) || document.querySelector('a[href^="#/"], a[href^="#!/"]') !== null;

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer.text();
}

/** The page as elements: its headings begin at `level` (as written, at 1), and what it names lies beside this script.
 * @param {string} text @param {string | null} level */
function written(text, level) {
  const template = document.createElement("template");
  template.innerHTML = text;
  lower(template.content, level);
  for (const name of ["src", "srcset", "href"]) {
    for (const it of template.content.querySelectorAll(`[${name}^="./"]`)) it.setAttribute(name, at(it.getAttribute(name) ?? ""));
  }
  return template.content;
}

class PlanExplorer extends HTMLElement {
  static observedAttributes = [...WISHES, "heading-level", "head", "url", "url-key", "edition"];

  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  /** @type {EventTarget | undefined} */
  #port;
  /** The page, while it is there. @type {HTMLElement | undefined} */
  #place;
  /** What this element is called in the address, while it is on a page. */
  #key = "";
  /** What was chosen last, as parameters: it outlives the page. @type {string | undefined} */
  #kept;
  /** @type {IntersectionObserver | undefined} */
  #near;
  /** Ends the watch over the parts. @type {(() => void) | undefined} */
  #parts;
  /** Ends the offer of the way out. @type {(() => void) | undefined} */
  #exit;
  #starting = false;

  connectedCallback() {
    if (this.#key) return;
    this.#claim();
    // What a saved page says of its state is of another visit.
    delete this.dataset.state;
    if (!this.#root.firstChild) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(BEFORE);
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(document.createElement("slot"));
    }
    if (this.#port || location.hash.slice(1).split("&").some((it) => it.split("=")[0] === this.#key)) {
      this.#start();
    } else {
      this.#near = new IntersectionObserver((entries) => entries.some((it) => it.isIntersecting) && this.#start(), {
        rootMargin: AHEAD,
      });
      this.#near.observe(this);
    }
  }

  disconnectedCallback() {
    // A move is a removal and an arrival: then nothing is lost.
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    const place = this.#place;
    if (before === now || !place) return;
    if (WISHES.includes(name)) {
      place.dataset.start = this.#wish();
      this.#ask(`?${this.#wish()}`);
    } else if (name === "heading-level") {
      this.#unmount();
      this.#start();
    } else {
      if (name === "url-key") this.#claim();
      this.#describe(place);
    }
  }

  /** A key of its own in the address: a second element with the same one has a number after it. */
  #claim() {
    keys.delete(this.#key);
    const wanted = this.getAttribute("url-key") || "plan";
    let number = 1;
    do {
      this.#key = number > 1 ? `${wanted}-${number}` : wanted;
      number += 1;
    } while (keys.has(this.#key));
    keys.add(this.#key);
  }

  /** What the attributes wish for, as parameters. */
  #wish() {
    const wish = new URLSearchParams();
    for (const name of WISHES) {
      const value = this.getAttribute(name)?.trim();
      if (value) wish.set(name, name === "q" ? value : value.split(/[\s,]+/).join());
    }
    return String(wish);
  }

  async #start() {
    this.#near?.disconnect();
    if (this.#starting) return;
    this.#starting = true;
    this.dataset.state = "loading";
    /** @type {string[]} */
    const refused = [];
    /** @param {SecurityPolicyViolationEvent} event */
    const hear = ({ effectiveDirective, blockedURI }) =>
      refused.push(`${effectiveDirective} lacks ${blockedURI === "wasm-eval" ? "'wasm-unsafe-eval'" : blockedURI}`);
    document.addEventListener("securitypolicyviolation", hear);
    try {
      // Under a name of its own, or a page of ours that has its program already would be given that, which greets nobody again.
      lazy ??= import(at(FILES.lazy)).catch((error) => {
        lazy = undefined;
        console.error(`Parts of <${NAME}> could not be loaded: ${error}`);
      });
      program ??= open(`${at(FILES.js)}#${NAME}`, at(FILES.wasm), `${NAME}:app`);
      text ??= fetched(at(FILES.page));
      // All are there before the program begins: what is asked of a part from then on is heard.
      const [port, page, parts] = await Promise.all([program, text, lazy, this.#styled()]);
      this.#port = port;
      if (this.isConnected) this.#mount(port, page, parts);
    } catch (error) {
      program = text = undefined;
      // What a policy refuses is reported a moment later.
      await new Promise((done) => setTimeout(done));
      const wasm = /wasm|WebAssembly/i.test(`${error}`) && "script-src may lack 'wasm-unsafe-eval'";
      const policy = [...new Set(refused)].join("; ") || wasm;
      this.#fail(policy ? `in the page’s Content-Security-Policy, ${policy}` : `${error}`);
    } finally {
      this.#starting = false;
      document.removeEventListener("securitypolicyviolation", hear);
    }
  }

  /** Has the stylesheet loaded before anything is shown. */
  #styled() {
    if (this.#root.querySelector("link")) return;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = at(FILES.css);
    return new Promise((done, refuse) => {
      link.onload = done;
      link.onerror = () => {
        link.remove();
        refuse(new Error("the stylesheet could not be loaded"));
      };
      this.#root.append(link);
    });
  }

  /** Says on the page what the attributes say of it. @param {HTMLElement} place */
  #describe(place) {
    Object.assign(place.dataset, {
      key: this.#key,
      url: this.getAttribute("url") ?? (ownsFragment() ? "none" : "auto"),
      head: this.getAttribute("head") ?? "",
      level: this.getAttribute("heading-level") ?? 2,
      base: at("./"),
    });
    const edition = this.getAttribute("edition");
    if (edition && edition !== FILES.edition) {
      this.#tell("error", { message: `this is the edition ${FILES.edition}, and not ${edition}` });
    }
  }

  /** @param {EventTarget} port @param {string} page @param {typeof import("./lazy.js") | void} parts */
  #mount(port, page, parts) {
    const place = document.createElement("section");
    place.className = "cp";
    place.lang = "en-GB";
    place.setAttribute("part", "explorer");
    place.setAttribute("aria-labelledby", "cp-title");
    place.hidden = true;
    place.append(written(page, this.getAttribute("heading-level")));
    this.#place = place;
    this.#describe(place);
    place.dataset.start = this.#kept ?? this.#wish();
    this.#root.append(place);
    let told = "";
    let ready = false;
    place.addEventListener("cp:query", ({ detail }) => {
      this.#kept = detail;
    });
    place.addEventListener("cp:told", ({ detail }) => {
      // Told on asking as well, and a part asks when it comes: the host hears of changes only.
      if (detail === told) return;
      told = detail;
      if (ready) this.#tell("change", this.#read(detail));
    });
    tell(port, "cp:begin", place);
    if (!place.querySelector("[data-state=ready]")) throw new Error("the program did not start");
    place.dataset.start = this.#wish();
    this.#exit = offerExit(place, place);
    this.#root.querySelector("slot")?.remove();
    place.hidden = false;
    const names = [FILES.detailsJs, FILES.detailsWasm, FILES.charts, FILES.records, FILES.fragments];
    const [js, wasm, charts, records, fragments] = names.map(at);
    this.#parts = parts?.watch(place, { js, wasm, charts, records, fragments });
    this.dataset.state = "ready";
    this.#ask("");
    ready = true;
    this.#tell("ready", this.#read(told));
  }

  #unmount() {
    this.#parts?.();
    this.#exit?.();
    this.#parts = this.#exit = undefined;
    if (!this.#port || !this.#place) return;
    tell(this.#port, "cp:end", this.#place);
    this.#place.remove();
    this.#place = undefined;
  }

  #stop() {
    this.#near?.disconnect();
    this.#unmount();
    keys.delete(this.#key);
    this.#key = "";
    delete this.dataset.state;
    if (!this.#root.querySelector("slot")) this.#root.append(document.createElement("slot"));
  }

  /** @param {string} why */
  #fail(why) {
    this.#unmount();
    this.dataset.state = "failed";
    complain(why);
    this.#tell("error", { message: why });
  }

  /** The count and the filters, as the app says them: `28?priority=asb`. @param {string} words */
  #read(words) {
    const [count, params] = words.split("?");
    /** @type {Record<string, string | string[]>} */
    const filters = {};
    for (const [name, value] of new URLSearchParams(params)) {
      filters[name] = ["q", "view", "order", "role"].includes(name) ? value : value.split(",");
    }
    return { filters, count: Number(count) };
  }

  /** @param {string} wish */
  #ask(wish) {
    this.#place?.dispatchEvent(new CustomEvent("cp:open", { detail: wish }));
  }

  /** @param {string} event @param {unknown} detail */
  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(`${NAME}:${event}`, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, PlanExplorer);
