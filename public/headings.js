/** Has the headings of what the build wrote, with its title at level 1, begin at another level.
 * @param {DocumentFragment} content @param {string | number | null} level */
export function lower(content, level) {
  const down = Math.min(Math.max(Number(level) || 2, 1), 4) - 1;
  for (const heading of down ? content.querySelectorAll("h1, h2, h3, h4, h5, h6") : []) {
    const lower = document.createElement(`h${Math.min(Number(heading.localName[1]) + down, 6)}`);
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}
