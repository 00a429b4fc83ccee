// A host whose layout answers each height of the frame with another width.
let answers = 0;
addEventListener("message", ({ data }) => {
  const frame = document.querySelector("iframe");
  if (data?.type !== "plan-explorer:size" || !frame) return;
  frame.classList.toggle("wide");
  answers += 1;
  frame.dataset.answers = String(answers);
});
