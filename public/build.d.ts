// What the build puts into scripts (xtask/src/keep.rs, xtask/src/later.rs).

/** In the worker each file of the site by its name, with its sum; in the custom element the names of files by what they are. */
declare const FILES: Record<string, string>;
/** A name for all of the files and the worker. */
declare const BUILD: string;
/** What the edition of the plan is called. */
declare const EDITION: string;
