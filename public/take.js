// What is shown, to share, to cite and to take away as data. The address holds the choices; which records they leave stands on the
// page (`data-entry`), and their data in the files beside it.
import { copy } from "./copy.js";
import { find } from "./find.js";

/** A record of `data/plan.json`: what else it has is no concern here. @typedef {{ id: string }} Item */
/** A record of the table, as it stands there and by its cells. @typedef {{ text: string, cells: string[] }} Row */
/** What is shown of the plan, as a table with so many records of these sections; and how many facts of other sources are shown.
 * @typedef {{ table: string, sections: string[], size: number, facts: number }} Chosen */

const plan = () => JSON.parse(find(document, 'script[type="application/ld+json"]', HTMLScriptElement).text).mainEntity;
/** @param {string} name */
const near = (name) => new URL(`data/${name}`, document.baseURI);
const today = () => new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** @param {string} name */
async function get(name) {
  const answer = await fetch(near(name));
  if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
  return answer;
}

/** The cells of one record of a CSV file. @param {string} record */
const cells = (record) => [...record.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r?\n)/g)].map(([, cell]) => cell);

/** The records of a CSV file as they stand there, each with its line end; the first holds the names.
 * @param {string} text @returns {string[]} */
const records = (text) => text.match(/(?:"(?:[^"]|"")*"|[^"\n])+\n/g) ?? [];

/** The ids of the records that are shown. @returns {Set<string>} */
function shown() {
  const { entries } = JSON.parse(find(document, "script[data-facts]", HTMLScriptElement).text);
  const cards = [...document.querySelectorAll("main :is(.cp-results, .cp-figures) [data-entry]")].filter((it) => !it.closest("[hidden]"));
  return new Set(cards.map((it) => entries[Number(it.getAttribute("data-entry"))].i));
}

/** @returns {Promise<Chosen>} */
async function chosen() {
  const [head, ...all] = records(await (await get("plan.csv")).text());
  const names = cells(head);
  const [id, section] = ["id", "section"].map((name) => names.indexOf(name));
  /** @type {Row[]} */
  const told = all.map((text) => ({ text, cells: cells(text) }));
  const ids = shown();
  const rows = told.filter((it) => ids.has(it.cells[id]));
  const sections = rows.map((it) => it.cells[section].split("-")[0]);
  return { table: head + rows.map((it) => it.text).join(""), sections, size: rows.length, facts: ids.size - rows.length };
}

/** The whole file of data with the records that are shown only; what they refer to stays. */
async function data() {
  const whole = await (await get("plan.json")).json();
  /** @type {{ facts: Item[] }[]} */
  const wards = whole.wards;
  /** @type {[string, Item[]][]} */
  const lists = Object.entries(whole).filter(([name, list]) => Array.isArray(list) && !["priorities", "partners", "wards"].includes(name));
  const ids = shown();
  for (const [name, list] of lists) whole[name] = list.filter((it) => ids.has(it.id));
  for (const ward of wards) ward.facts = ward.facts.filter((it) => ids.has(it.id));
  return JSON.stringify(whole, null, 2);
}

/** What a file with what is shown is called: CSV and the description of its columns go together by it. @param {string} ending */
function named(ending) {
  const { spatialCoverage, version } = plan();
  return `${`${spatialCoverage.name} ${version}`.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-selection.${ending}`;
}

/** Each way to take what is shown: the type of the file and its text.
 * @type {Record<string, (chosen: Chosen) => Promise<[string, string]>>} */
const WAYS = {
  csv: async ({ table }) => ["text/csv", table],
  "csv-metadata.json": async () => {
    const columns = await (await get("plan.csv-metadata.json")).json();
    return ["application/csvm+json", JSON.stringify({ ...columns, url: named("csv") }, null, 2)];
  },
  json: async () => ["application/json", await data()],
};

/** @param {string} type @param {string} text @param {string} ending */
function save(type, text, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = named(ending);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {string} label @param {string} id */
const FIELD = (label, id) => `<div data-copying><label for="${id}">${label}</label>
 <textarea class="cp-keep__field" id="${id}" rows="4" readonly></textarea>
 <p class="cp-keep__ways"><button type="button" class="cp-button" data-copy>Copy</button> <span role="status" data-copied></span></p></div>`;

/** A part that opens: the link, the citation, the data. */
export function take() {
  const part = document.createElement("details");
  part.className = "cp-keep__take";
  part.innerHTML = `<summary>Share, cite or download what is shown</summary><div>
 ${FIELD("Link to what is shown", "cp-take-link")}<button type="button" class="cp-button" data-share hidden>Share the link</button>
 ${FIELD("To cite it", "cp-take-cite")}
 <p data-count></p><p class="cp-keep__ways"><button type="button" class="cp-button" data-take="csv">Download them as a table (CSV)</button>
 <button type="button" class="cp-button" data-take="csv-metadata.json">Download what its columns mean (CSVW)</button>
 <button type="button" class="cp-button" data-take="json">Download them as JSON</button></p>
 <p class="cp-quiet" data-spreadsheet>To open the table in Excel, choose “From Text/CSV” under “Data”, and UTF-8 as the file’s origin: then £ and ’ are right.</p>
 <p class="cp-keep__line" role="status" data-told></p></div>`;
  const [link, cite] = ["#cp-take-link", "#cp-take-cite"].map((it) => find(part, it, HTMLTextAreaElement));
  const [count, told] = ["[data-count]", "[data-told]"].map((it) => find(part, it, HTMLElement));
  const share = find(part, "[data-share]", HTMLButtonElement);
  /** @type {Chosen} */
  let now = { table: "", sections: [], size: 0, facts: 0 };

  let looks = 0;
  async function look() {
    looks += 1;
    const own = looks;
    const { name, version, author } = plan();
    link.value = location.href;
    /** @param {string[]} sections */
    const quoted = (sections) => {
      const all = [...new Set(sections)].sort();
      const words = all.length > 1 ? `, sections ${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : all.length ? `, section ${all[0]}` : "";
      return `${author.name}: ${name}, ${version}${words}. Read in the plan explorer on ${today()}, ${location.href}`;
    };
    // What stood there stays until the sections are known: it may be copied in between.
    const found = await chosen().catch((error) => {
      console.error(error);
      return { table: "", sections: [], size: 0, facts: 0 };
    });
    // The page has changed again meanwhile.
    if (own !== looks) return;
    now = found;
    cite.value = quoted(now.sections);
    const { size, facts } = now;
    const also = facts ? `, and ${facts} from other sources, which the JSON has with their wards` : "";
    count.textContent = size
      ? `${size} ${size === 1 ? "record" : "records"} of the plan ${size === 1 ? "is" : "are"} shown${also}.`
      : "No records of the plan are shown here. The whole plan can be downloaded below.";
    for (const it of part.querySelectorAll("[data-take], [data-spreadsheet]")) it.toggleAttribute("hidden", !size);
  }

  // While it is open it follows the page.
  let soon = 0;
  const changes = new MutationObserver(() => {
    clearTimeout(soon);
    soon = setTimeout(look, 200);
  });
  part.addEventListener("toggle", () => {
    changes.disconnect();
    if (!part.open) return;
    look();
    changes.observe(find(document, "main", HTMLElement), { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden"] });
  });
  part.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    if ("copy" in button.dataset) return copy(button);
    if (button === share) return navigator.share({ title: document.title, url: location.href }).catch(() => {});
    try {
      const way = button.dataset.take ?? "";
      const [type, text] = await WAYS[way](now);
      save(type, text, way);
      told.textContent = "The file is saved with your downloads.";
    } catch (error) {
      console.error(error);
      told.textContent = "The data could not be fetched: the connection broke. Try again.";
    }
  });
  share.hidden = !navigator.share;
  return part;
}
