// What the build puts into scripts (src/site/publish/element.rs and offline.rs), and what the program fires (src/app/parts.rs).

/** In the worker each file of the site by its name, with its sum; in the custom element the names of files by what they are. */
declare const FILES: Record<string, string>;
/** A name for all of the files and the worker. */
declare const BUILD: string;
/** What the edition of the plan is called. */
declare const EDITION: string;

interface HTMLElementEventMap {
  /** What is chosen, as parameters. */
  "cp:query": CustomEvent<string>;
  /** To the custom element: the count of results and what is chosen, as it may stand in an address. */
  "cp:told": CustomEvent<string>;
}
