// Opens the page anew when the site has changed.
const { news } = document.querySelector("script[data-news]").dataset;
const known = news.split("/").pop();

for (;;) {
  try {
    const answer = await fetch(news);
    if ((await answer.text()) !== known) location.reload();
  } catch {
    // The command was stopped; it may be started again.
    await new Promise((done) => setTimeout(done, 1000));
  }
}
