/** The element of a kind that a selector fits, which the page must have.
 * @template {Element} E
 * @param {ParentNode} root @param {string} selector @param {new () => E} kind @returns {E} */
export function find(root, selector, kind) {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`there is no ${kind.name} that fits ${selector}`);
  return found;
}
