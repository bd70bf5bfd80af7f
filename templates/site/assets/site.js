// What a page gains from JavaScript: the theme's switch, copying, stepping through evidence, tables, and opening the search.
const root = document.body.dataset.root;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const store = {
  get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* not remembered */ } },
};

function themeSwitch() {
  const button = one("[data-theme-switch]");
  button.addEventListener("click", () => {
    const set = document.documentElement.dataset.theme;
    const dark = set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    store.set("briefs-theme", dark ? "light" : "dark");
  });
}

// The search's code and index are loaded when a reader first asks for them.
let loading;
function search() {
  loading ??= import(new URL(`${root}/assets/search.js`, document.baseURI));
  return loading;
}

// A page opened from disk may load neither modules nor data: the search needs the site to be served.
const served = location.protocol !== "file:";

async function openSearch(words = "") {
  const field = one("#ask");
  if (field) field.focus();
  else if (served) (await search()).palette(root, words);
  else one("#find").focus();
}

function shortcuts() {
  const box = one("[data-keys-switch]");
  box.checked = store.get("briefs-keys") !== "off";
  box.addEventListener("change", () => store.set("briefs-keys", box.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (!box.checked) return;
    const typing = event.target.closest("input, select, textarea, dialog, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !ctrlK) return;
    event.preventDefault();
    openSearch();
  });
  if (!served) return;
  one("#find").addEventListener("input", (event) => {
    const words = event.target.value;
    event.target.value = "";
    openSearch(words);
  });
}

function copying() {
  for (const button of all("[data-copy]")) {
    button.hidden = !navigator.clipboard; // browsers give it to safe addresses alone
    button.addEventListener("click", async () => {
      const address = one("link[rel=canonical]")?.href ?? location.href.split("#")[0];
      await navigator.clipboard.writeText(`${button.dataset.copy} ${address}${location.hash}`);
      one("[data-copied]").textContent = "Copied";
    });
  }
}

// Previous and next evidence: from the one that is the target, or the first in view.
function stepping() {
  const steps = one("[data-steps]");
  if (!steps) return;
  const passages = all(".ev[id]");
  steps.hidden = passages.length === 0;
  steps.addEventListener("click", (event) => {
    const step = Number(event.target.closest("[data-step]")?.dataset.step ?? 0);
    if (!step) return;
    const at = passages.findIndex((passage) => passage.matches(":target") || passage.querySelector(":target"));
    const next = passages[at < 0 ? 0 : (at + step + passages.length) % passages.length];
    location.hash = next.id;
  });
}

function sheet(box) {
  const body = one("tbody", box);
  const rows = [...body.rows];
  const value = (row, place) => row.cells[place].dataset.value ?? row.cells[place].textContent.trim();
  const compare = (place) => (a, b) => {
    const [x, y] = [value(a, place), value(b, place)];
    if (x === "" || y === "") return (x === "") - (y === "");
    const [m, n] = [Number(x), Number(y)];
    return Number.isNaN(m) || Number.isNaN(n) ? x.localeCompare(y) : m - n;
  };
  all("thead th", box).forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      all("thead th", box).forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const sorted = [...rows].sort(compare(place));
      body.append(...(up ? sorted : sorted.reverse()));
    });
  });
  const choose = one(".choose", box);
  if (!choose) return;
  choose.addEventListener("change", () => {
    const wanted = all("select", choose).filter((select) => select.value);
    for (const row of rows) {
      row.hidden = wanted.some((select) => row.cells[select.dataset.column].firstElementChild?.textContent.trim() !== select.value);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    one("[role=status]", choose).textContent = wanted.length ? `${shown} of ${rows.length}` : "";
  });
}

themeSwitch();
shortcuts();
copying();
stepping();
all("[data-sheet]").forEach(sheet);
if (one("[data-search-page]")) {
  if (served) search().then((module) => module.page(root));
  else one("[data-unserved]").hidden = false;
}
