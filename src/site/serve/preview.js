// Follows the data folder: says at each record on the page where it stands and what is wrong with it, and opens the page anew when
// the site has changed.

/** @typedef {{ line: number, message: string, remedy: string | null }} Mistake */
/** @typedef {{ kind: string, id: string, file: string, path: string, line: number, mistakes: Mistake[] }} Place */

const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-news]"));
const { news = "", records = "" } = script.dataset;
const known = news.split("/").pop();

/** What the ids of elements that show a record begin with, where it is no statement. @type {Record<string, string>} */
const BEGINNINGS = {
  note: "cp-note-title-",
  partner: "cp-partner-",
  priority: "cp-group-",
  section: "cp-section-",
  term: "cp-term-",
};
/** Records that have no place of their own on the page. Their ids may be those of others. */
const NO_PLACE = ["column", "contact", "link", "origin", "ward"];

/** The elements that show a record. @param {Place} place */
function shown({ kind, id }) {
  const ids = NO_PLACE.includes(kind) ? [] : [(BEGINNINGS[kind] ?? "f-") + id, `cp-text-${id}`];
  return ids.map((it) => document.getElementById(it)).filter((it) => it !== null);
}

/** A button with a record's file and line, which puts them on the clipboard. @param {Place} place */
function button({ file, path, line }) {
  const words = `${file}, line ${line}`;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "preview-place";
  button.textContent = words;
  button.title = "Copy the file and the line";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(`${path}:${line}`);
      button.textContent = `${words} (copied)`;
    } catch {
      button.textContent = `${path}:${line}`;
    }
    setTimeout(() => (button.textContent = words), 2000);
  });
  return button;
}

/** What stands at a record: its mistakes, then its file and line. @param {Place} place */
function mark(place) {
  const mark = document.createElement("span");
  mark.className = "preview-mark";
  for (const { line, message, remedy } of place.mistakes) {
    const mistake = document.createElement("span");
    mistake.className = "preview-mistake";
    mistake.textContent = `Line ${line}: ${message}${/[.?!]$/.test(message) ? "" : "."} `;
    const how = document.createElement("strong");
    how.textContent = remedy;
    mistake.append(how);
    mark.append(mistake);
  }
  mark.append(button(place));
  return mark;
}

/** Marks every record that is on the page, and lists all. @param {Place[]} places */
function markAll(places) {
  const list = document.createElement("ul");
  for (const place of places) {
    for (const element of shown(place)) {
      // A heading is read out by itself, and a list of terms holds terms and what they mean.
      if (/^H\d$/.test(element.tagName)) element.after(mark(place));
      else (element.querySelector("dd") ?? element).append(mark(place));
    }
    const item = document.createElement("li");
    item.append(`${place.kind} “${place.id}” `, mark(place));
    list.append(item);
  }
  const all = document.createElement("details");
  all.className = "preview-records";
  const summary = document.createElement("summary");
  summary.textContent = `Where each of the ${places.length} records stands`;
  all.append(summary, list);
  document.body.append(all);
}

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(news);
      if ((await answer.text()) !== known) return location.reload();
    } catch {
      // The command was stopped; it may be started again.
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

follow();
const answer = await fetch(records);
if (answer.ok) markAll(await answer.json());
