// Starts the client. When that fails, says so and offers a way out: never a blank page.
//
// The addresses of the client's script and module are in the page, where the build puts them.
// This file does not change with the client, and a missing client can be caught here.

const NO_WEBASSEMBLY =
  "This browser does not run WebAssembly here. Update it, or allow WebAssembly for this site.";
const NOT_LOADED =
  "The server did not send all of the program. It may be restarting, or the network may be down.";
const NOT_STARTED = "The program arrived, but did not start.";
const STOPPED =
  "The program stopped on this page. What the server has stored is safe. Reload to go on.";

// Before the client comes, so that the page is never seen in another theme than the chosen one.
// Reading storage throws where the person has shut it off.
try {
  const theme = localStorage.getItem("confab.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}

let started = false;

async function start() {
  if (typeof WebAssembly !== "object") {
    return tell("Confab cannot start", NO_WEBASSEMBLY);
  }
  let init, module;
  try {
    [{ default: init }, module] = await Promise.all([
      import(document.getElementById("app-script").href),
      load(document.getElementById("app-module").href),
    ]);
  } catch (error) {
    return tell("Confab could not start", NOT_LOADED, error);
  }
  try {
    await init({ module_or_path: module });
    started = true;
    document.getElementById("boot")?.remove();
  } catch (error) {
    tell("Confab could not start", NOT_STARTED, error);
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
    tell("Confab has stopped", STOPPED, error);
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
  add(notice, "h1", "boot-title", title);
  add(notice, "p", "boot-line", reason);
  if (error) add(notice, "p", "boot-detail", String(error));
  const reload = add(notice, "button", "boot-reload", "Reload");
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
