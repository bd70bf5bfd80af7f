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

// Previous and next evidence, from where the reader is: the passage or the item that the address names, or else the first passage in view.
function stepping() {
  const steps = one("[data-steps]");
  if (!steps) return;
  const passages = all(".ev[id]");
  steps.hidden = passages.length === 0;
  const panel = steps.closest(".source");
  const inView = (element) => {
    const box = element.getBoundingClientRect();
    const [top, bottom] = panel.contains(element) ? [steps.getBoundingClientRect().bottom, panel.getBoundingClientRect().bottom] : [0, innerHeight];
    return box.bottom > Math.max(top, 0) && box.top < Math.min(bottom, innerHeight);
  };
  // The number of the passage to go to: half a number stands for the place before one.
  function here() {
    const named = passages.findIndex((passage) => passage.matches(":target") || passage.querySelector(":target"));
    if (named >= 0 && inView(passages[named])) return named;
    const item = one(".facts :target");
    const cited = item && inView(item) && one(".cite a", item)?.hash.slice(1);
    const place = cited ? passages.findIndex((passage) => passage.id === cited || passage.querySelector(`#${cited}`)) : passages.findIndex(inView);
    return Math.max(place, 0) - 0.5;
  }
  steps.addEventListener("click", (event) => {
    const step = Number(event.target.closest("[data-step]")?.dataset.step ?? 0);
    if (!step) return;
    const at = here();
    const next = step > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1;
    location.replace(`#${passages.at(next % passages.length).id}`);
    event.target.closest("button").focus({ preventScroll: true }); // a jump takes the focus away
  });
}

// A table's rows, each with the values of its cells by column, and all its words: those of the page, or of the whole table's data.
const onPage = (body, keys) => [...body.rows].map((element) => ({
  element,
  words: element.textContent.toLowerCase(),
  values: Object.fromEntries(keys.map((key, place) => {
    const cell = element.cells[place];
    return [key, cell.dataset.value ?? cell.firstElementChild?.textContent ?? ""];
  })),
}));

async function inData(address, heads) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return (await answer.json()).map((values) => ({
    values,
    words: heads.map(({ dataset: { key } }) => `${values[`${key}_text`] ?? values[key] ?? ""} ${values[`${key}_note`] ?? ""}`).join(" ").toLowerCase(),
    get element() { return (this.made ??= drawn(values, heads)); },
  }));
}

function drawn(values, heads) {
  const row = document.createElement("tr");
  heads.forEach((head, place) => {
    const part = (name) => values[`${head.dataset.key}_${name}`];
    const text = part("text") ?? values[head.dataset.key] ?? "";
    const cell = document.createElement(place ? "td" : "th");
    cell.className = [head.className, part("direction"), text === "" && !part("note") ? "empty" : ""].filter(Boolean).join(" ");
    if (place) cell.dataset.label = head.textContent;
    else cell.scope = "row";
    const shown = document.createElement("bdi");
    shown.textContent = text;
    cell.append(shown);
    if (part("link")) {
      const link = document.createElement("a");
      link.href = `${root}/${part("link")}`;
      shown.replaceWith(link);
      link.append(shown);
    }
    if (part("note")) {
      const note = document.createElement("span");
      note.className = "sub";
      note.textContent = part("note");
      cell.append(" ", note);
    }
    row.append(cell);
  });
  return row;
}

const figure = (value) => (value === "" || value === null || Number.isNaN(Number(value)) ? null : Number(value));

function compare(a, b) {
  const [m, n] = [figure(a), figure(b)];
  return m === null || n === null ? String(a).localeCompare(String(b)) : m - n;
}

// Sorting and filtering a table in place, all pages of it at once; the choice is kept in the address.
function sheet(box) {
  const { sheet: name, rows: address } = box.dataset;
  if (address && !served) return one(".choose", box).remove();
  const [body, choose, more, pager] = ["tbody", ".choose", "[data-more]", ".pager"].map((part) => one(part, box));
  const heads = all("thead th", box);
  const status = one("[role=status]", choose);
  const untouched = [...body.rows];
  const total = status.textContent;
  const key = (part) => (name ? `${name}.${part}` : part);
  let rows;
  let loading;
  let sort = "";
  let limit = 100;

  function remember(wanted) {
    const kept = new URLSearchParams(location.search);
    for (const field of all("[name]", choose)) kept.delete(key(field.name));
    kept.delete(key("sort"));
    for (const [part, value] of [...wanted, ["sort", sort]]) if (value) kept.set(key(part), value);
    history.replaceState(null, "", `${location.pathname}${kept.size ? `?${kept}` : ""}${location.hash}`);
  }

  // How many rows each value of a column would leave, were none of the column's values chosen.
  function count(fits) {
    for (const select of all("select", choose)) {
      const left = new Map();
      for (const row of rows) if (fits(row, select.name)) left.set(row.values[select.name], (left.get(row.values[select.name]) ?? 0) + 1);
      for (const option of [...select.options].slice(1)) option.textContent = `${option.value} (${left.get(option.value) ?? 0})`;
    }
  }

  function show(wanted) {
    const { words = "", ...values } = Object.fromEntries(wanted);
    const typed = words.toLowerCase().split(/\s+/u).filter(Boolean);
    const fits = (row, except) => typed.every((word) => row.words.includes(word)) && Object.entries(values).every(([part, value]) => part === except || !value || String(row.values[part]) === value);
    const found = rows.filter((row) => fits(row));
    const by = sort.replace("-", "");
    const known = (row) => (row.values[by] ?? "") !== "";
    if (by) found.sort((a, b) => known(b) - known(a) || compare(a.values[by], b.values[by]) * (sort[0] === "-" ? -1 : 1));
    body.replaceChildren(...found.slice(0, limit).map((row) => row.element));
    more.hidden = found.length <= limit;
    status.textContent = found.length ? `${found.length.toLocaleString("en")} of ${total}` : `None of ${total} fits. Clear the filters to see all.`;
    count(fits);
  }

  async function run() {
    const wanted = [...new FormData(choose)];
    const plain = !sort && wanted.every(([, value]) => !value.trim());
    remember(wanted);
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads.find((head) => head.dataset.key === sort.replace("-", ""))?.setAttribute("aria-sort", sort[0] === "-" ? "descending" : "ascending");
    one("[type=reset]", choose).hidden = plain;
    if (plain && !rows) return;
    try {
      rows = await (loading ??= address ? inData(address, heads) : onPage(body, heads.map((head) => head.dataset.key)));
    } catch {
      status.textContent = "The whole table cannot be loaded; its pages are below.";
      return;
    }
    show([...new FormData(choose)]);
    if (pager) pager.hidden = !plain;
    if (!plain) return;
    body.replaceChildren(...untouched);
    more.hidden = true;
    status.textContent = total;
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const part = head.dataset.key;
      const orders = /fig|day/u.test(head.className) ? [`-${part}`, part] : [part, `-${part}`];
      sort = orders[orders.indexOf(sort) + 1] ?? "";
      run();
    });
  }
  let pause;
  choose.addEventListener("input", () => { limit = 100; clearTimeout(pause); pause = setTimeout(run, rows ? 60 : 0); });
  choose.addEventListener("submit", (event) => event.preventDefault());
  choose.addEventListener("reset", () => { sort = ""; setTimeout(run); });
  more.addEventListener("click", () => { limit += 500; run(); });
  const given = new URLSearchParams(location.search);
  for (const field of all("[name]", choose)) field.value = given.get(key(field.name)) ?? "";
  sort = given.get(key("sort")) ?? "";
  run();
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
