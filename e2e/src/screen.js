// Reads what a person sees. Evaluates to a `Screen` (screen.rs).
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
  const one = (selector, within = document) => words(within.querySelector(selector));

  // "Ada, 13:52, number 4804, mentions you, stored"
  const LABEL = /^(.*), \d\d:\d\d(?:, number (\d+))?(?:, mentions you)?(?:, (stored|on this device, sending|on this device, waiting for the link|only in this page, sending|only in this page, waiting for the link|not stored))?$/;
  const MARKS = {
    "stored": "stored",
    "on this device, sending": "sending",
    "on this device, waiting for the link": "waiting",
    "only in this page, sending": "unkept",
    "only in this page, waiting for the link": "unkept",
    "not stored": "failed",
  };
  const line = (article) => {
    const label = article.getAttribute("aria-label") ?? "";
    const [, author, seq, mark] = LABEL.exec(label) ?? [, `unreadable label: ${label}`];
    return {
      seq: seq ? Number(seq) : null,
      author,
      text: article.querySelector(".text")?.innerText.trim() ?? "",
      mark: mark ? MARKS[mark] : null,
    };
  };

  const log = document.querySelector("[role=log]");
  const articles = log ? all("article", log) : [];
  return {
    title: document.title,
    heading: one("h1"),
    alert: one("[role=alert]"),
    dialog: one("dialog[open]"),
    rooms: all("nav button.row").map((row) => ({
      name: one(".name", row),
      unread: Number(/(\d+) unread/.exec(one(".count .sr", row))?.[1] ?? 0),
      mentions: Number(/(\d+) mention/.exec(one(".count .sr", row))?.[1] ?? 0),
      muted: row.classList.contains("muted"),
      open: row.getAttribute("aria-current") === "page",
      draft: row.querySelector(".mark[title=Draft]") !== null,
    })),
    people: all("[aria-labelledby=people-here] .person").map((row) => ({
      name: one(".name", row),
      presence: one(".sr", row),
    })),
    lines: articles.map(line),
    rows: articles.length ? articles[0].closest(".col").childElementCount : 0,
    has_new_line: log?.querySelector("[role=separator][aria-label^=New]") != null,
    typing: one(".typing"),
    connection: document.querySelector("[aria-label^=Connection]")?.getAttribute("aria-label") ?? "",
    banner: one(".banner"),
    composer: document.querySelector("#composer")?.value ?? null,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})()
