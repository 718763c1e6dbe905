// Starts the client. When that fails, says so and offers a way out: never a blank page.
//
// The addresses of the client's script and module are in the page, where the build puts them.
// This file does not change with the client, and a missing client can be caught here.

// What this file says itself. Another language says it by the same keys, with `boot-` before
// them, each in one line of its message file.
const words = {
  opening: "Opening Confab",
  late: "This takes long.",
  "reload-page": "Reload the page",
  cannot: "Confab cannot start",
  "could-not": "Confab could not start",
  stopped: "Confab has stopped",
  "no-webassembly":
    "This browser does not run WebAssembly here. Update it, or allow WebAssembly for this site.",
  "not-loaded":
    "The server did not send all of the program. It may be restarting, or the network may be down.",
  "not-started": "The program arrived, but did not start.",
  means: "The program stopped on this page. What the server has stored is safe. Reload to go on.",
  reload: "Reload",
};

// The languages that there is a message file for; the first is part of the client.
const LANGUAGES = ["en", "de", "es", "fr", "pt", "tr", "ar", "hi", "zh", "ja"];

// The chosen language, or the first of the browser's that is spoken here. The client reads it
// from the page.
const language = (() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("confab.language");
  } catch {}
  const wanted = chosen ? [chosen] : navigator.languages ?? [navigator.language];
  const spoken = wanted.map((name) => String(name).toLowerCase().split("-")[0]);
  return spoken.find((name) => LANGUAGES.includes(name)) ?? LANGUAGES[0];
})();
document.documentElement.lang = language;
if (language === "ar") document.documentElement.dir = "rtl";

// Its file is on its way before the client asks for it: the request below is the same one.
if (language !== LANGUAGES[0]) {
  const address = `/messages/${language}.ftl`;
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = address;
  document.head.append(link);
  fetch(address)
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((messages) => {
      for (const [, key, said] of messages.matchAll(/^boot-([a-z-]+) = (.+)$/gm)) {
        if (key in words) words[key] = said;
      }
      say(".boot-line", words.opening);
      say(".boot-late a", words["reload-page"]);
      say(".boot-late span", words.late);
    })
    // Without it English is said.
    .catch(() => {});
}

function say(place, text) {
  const element = document.querySelector(`#boot ${place}`);
  if (element) element.textContent = text;
}

// Before the client comes, so that the page is never seen in another theme than the chosen one.
// Reading storage throws where the person has shut it off.
try {
  const theme = localStorage.getItem("confab.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}

let started = false;

async function start() {
  if (typeof WebAssembly !== "object") {
    return tell("cannot", "no-webassembly");
  }
  let init, module;
  try {
    [{ default: init }, module] = await Promise.all([
      import(document.getElementById("app-script").href),
      load(document.getElementById("app-module").href),
    ]);
  } catch (error) {
    return tell("could-not", "not-loaded", error);
  }
  try {
    await init({ module_or_path: module });
    started = true;
    document.getElementById("boot")?.remove();
  } catch (error) {
    tell("could-not", "not-started", error);
  }
}

// The page has asked for the same address already, so this does not load it twice.
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

// A trap leaves the program in an unknown state, so it must not look as if it still worked.
function watch(error) {
  if (started && error instanceof WebAssembly.RuntimeError) {
    tell("stopped", "means", error);
  }
}

// Says what happened, above whatever the page shows: text that was typed can still be copied.
function tell(title, reason, error) {
  if (document.getElementById("boot-failed")) return;
  document.getElementById("boot")?.remove();
  const notice = document.createElement("div");
  notice.id = "boot-failed";
  notice.className = "boot boot-failed";
  notice.setAttribute("role", "alert");
  add(notice, "h1", "boot-title", words[title]);
  add(notice, "p", "boot-line", words[reason]);
  if (error) add(notice, "p", "boot-detail", String(error));
  const reload = add(notice, "button", "boot-reload", words.reload);
  reload.type = "button";
  reload.addEventListener("click", () => location.reload());
  document.body.prepend(notice);
}

function add(parent, name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}

addEventListener("error", (event) => watch(event.error));
addEventListener("unhandledrejection", (event) => watch(event.reason));
start();
