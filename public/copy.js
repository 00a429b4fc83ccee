import { find } from "./find.js";

/** Copies the text of a field: a button with `data-copy` copies the field before it, and says so in `data-copied`.
 * Where the browser refuses, the text is chosen, so that the visitor can copy it.
 * @param {Element} button */
export async function copy(button) {
  const box = button.closest("[data-copying]");
  if (!box) return;
  const field = find(box, "textarea", HTMLTextAreaElement);
  let said = "Copied.";
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.focus();
    field.select();
    said = "This browser does not let us copy. The text is chosen: press Ctrl and C, or Command and C.";
  }
  find(box, "[data-copied]", HTMLElement).textContent = said;
}
