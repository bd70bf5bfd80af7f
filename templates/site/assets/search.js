// The search as a reader sees it: a window over any page, and a page with filters. A hit is an item of a brief, with a link to its sentence.
import { Index } from "./index.js";

const KINDS = { metric: "Metrics", risk: "Risks", quote: "Quotes", point: "Key points", event: "Events", person: "People", organisation: "Organisations", p: "Source text" };
const ONE = { metric: "Metric", risk: "Risk", quote: "Quote", point: "Key point", event: "Event", person: "Person", organisation: "Organisation", p: "Source" };
const FACETS = { company: "Company", person: "Person", metric: "Metric", risk: "Risk", speaker: "Speaker", year: "Year", kind: "Document" };
const OPEN = ["company", "metric", "risk", "year"];
const MANY = 2000; // briefs, from which on a filter's values are loaded when a reader opens it, and not before
const VALUES = 8;
const PAGE = 6; // results at a time: each is a file to load
const BEFORE = 60; // characters of an item before the first word that was looked for
const LENGTH = 180; // characters of an item that a result shows

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

// An item's words from a little before the first that was looked for, those marked.
function excerpt({ shown, places }) {
  const first = places[0]?.start ?? 0;
  const from = first > BEFORE ? shown.indexOf(" ", first - BEFORE) + 1 : 0;
  const end = shown.length > from + LENGTH ? shown.lastIndexOf(" ", from + LENGTH) : shown.length;
  const to = Math.max(end, places[0]?.end ?? 0);
  const line = h("bdi", {}, from ? "… " : "");
  let at = from;
  for (const place of places.filter(({ start }) => start >= from && start < to)) {
    line.append(shown.slice(at, place.start), h("mark", {}, shown.slice(place.start, place.end)));
    at = place.end;
  }
  line.append(shown.slice(at, to), to < shown.length ? " …" : "");
  return line;
}

const itemLink = (item, address) => h("li", {}, h("a", { href: `${address}#${item.id}` }, h("span", { class: "tag" }, ONE[item.kind]), " ", excerpt(item)));

const card = (address, title, about, ...more) => h("li", { class: "hit" }, h("h2", {}, h("a", { href: address }, h("bdi", {}, title))), h("p", { class: "small soft" }, about), ...more);

async function titleOf(index, number) {
  const [address, title, about] = await index.title(number);
  return card(`${index.root}/${address}`, title, about);
}

// One result: the page, and the items in it that answer best, at most `limit`; `only` is the kind of item that is asked for.
async function hitOf(index, number, terms, limit, only) {
  if (number >= index.briefs) return only ? null : titleOf(index, number);
  const { address, title, about, found } = await index.items(number, terms);
  const fitting = only ? found.filter((item) => item.kind === only) : found;
  if (only && !fitting.length) return null;
  const own = fitting.filter((item) => item.kind !== "p" && item.score >= fitting[0].score - 0.9);
  const shown = (own.length ? own : fitting).slice(0, limit);
  const here = `${index.root}/${address}`;
  return card(here, title, about, shown.length ? h("ul", {}, ...shown.map((item) => itemLink(item, here))) : null);
}

const NOTHING = (query) => `Nothing holds “${query}”. Try fewer words, or other ones.`;
const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

/** The search in a window over any page. */
export function palette(root, words) {
  const index = new Index(root);
  const field = h("input", { type: "search", "aria-label": "Search all briefs", autocomplete: "off", placeholder: "A company, a figure such as 280.2 billion, words of a statement…" });
  const state = h("p", { class: "state small soft", role: "status" });
  const list = h("ol", { class: "hits" });
  const everything = h("a", { href: `${root}/search.html`, class: "button" }, "All results, with filters");
  const close = h("button", { class: "button", type: "button", onclick: () => box.close() }, "Close");
  const box = h("dialog", { class: "palette", "aria-label": "Search", onclose: () => box.remove() }, h("div", { class: "ask" }, field, close), state, list, h("p", {}, everything));
  let turn = 0;
  const run = async () => {
    const query = field.value.trim();
    const mine = ++turn;
    everything.href = `${root}/search.html${query ? `?q=${encodeURIComponent(query)}` : ""}`;
    if (!query) { list.replaceChildren(); state.textContent = "Type to search. Enter shows all results, with filters."; return; }
    const { numbers, terms, told } = await index.ask(query);
    const hits = await Promise.all(numbers.slice(0, 5).map((number) => hitOf(index, number, terms, 3)));
    if (mine !== turn) return;
    list.replaceChildren(...hits);
    state.textContent = numbers.length ? `${plural(numbers.length, "result")}. ${told}` : NOTHING(query);
  };
  let pause;
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(run, 120); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === field) location.href = everything.href;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...list.querySelectorAll("a"), everything];
    const at = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (stops[at]) { event.preventDefault(); stops[at].focus(); }
  });
  document.body.append(box);
  box.showModal();
  field.value = words;
  field.focus();
  run();
}

/** The page of the search: words, filters with counts, both in the address. */
export async function page(root) {
  const index = new Index(root);
  const box = document.querySelector("[data-search-page]");
  const [field, panel, state, list, more, active] = ["#ask", ".facets", ".state", ".hits", ".more", ".active"].map((part) => box.querySelector(part));
  box.querySelector(".found").hidden = false;
  const parameters = new URLSearchParams(location.search);
  const filters = Object.fromEntries(Object.keys(FACETS).map((name) => [name, parameters.getAll(name)]));
  const small = (await index.file("size")) < MANY;
  let only = parameters.get("in") ?? "";
  let turn = 0;
  field.value = parameters.get("q") ?? "";

  function remember() {
    const kept = new URLSearchParams();
    if (field.value.trim()) kept.set("q", field.value.trim());
    for (const [name, values] of Object.entries(filters)) values.forEach((value) => kept.append(name, value));
    if (only) kept.set("in", only);
    history.replaceState(null, "", kept.size ? `?${kept}` : location.pathname);
  }

  function toggle(name, value) {
    const at = filters[name].indexOf(value);
    if (at < 0) filters[name].push(value);
    else filters[name].splice(at, 1);
    run();
  }

  // How many of the found briefs each value would leave, were the facet's other values not chosen.
  async function countsOf(name, numbers) {
    const facet = await index.facet(name);
    const kept = await index.having(filters, name);
    const counts = [...facet].map(([value, holders]) => [value, holders.filter((number) => (!numbers || numbers.has(number)) && (!kept || kept.has(number))).length]);
    const order = name === "year" ? (a, b) => b[0].localeCompare(a[0]) : (a, b) => b[1] - a[1] || a[0].localeCompare(b[0]);
    return counts.filter(([value, count]) => count || filters[name].includes(value)).sort(order);
  }

  const groups = Object.fromEntries(Object.entries(FACETS).map(([name, title]) => {
    const values = h("ul");
    const group = h("details", { open: (OPEN.includes(name) && small && matchMedia("(min-width: 60rem)").matches) || filters[name].length > 0, ontoggle: () => group.open && (current || !field.value.trim() ? draw(name) : run()) }, h("summary", {}, title), values);
    group.values = values;
    return [name, group];
  }));
  panel.append(...Object.values(groups));
  let current = null;

  async function draw(name) {
    const group = groups[name];
    if (!group.open) return;
    const mine = turn;
    const counts = await countsOf(name, current);
    if (mine !== turn) return;
    const focused = group.values.contains(document.activeElement) ? document.activeElement.value : null;
    const shown = group.all ? counts : counts.slice(0, VALUES);
    group.hidden = !counts.length;
    group.values.replaceChildren(...shown.map(([value, count]) => h("li", {}, h("label", {}, h("input", { type: "checkbox", value, checked: filters[name].includes(value), onchange: () => toggle(name, value) }), " ", value, " ", h("span", { class: "num" }, String(count))))));
    if (counts.length > shown.length) group.values.append(h("li", {}, h("button", { class: "button", type: "button", onclick: () => { group.all = true; draw(name); } }, `All ${counts.length}`)));
    if (focused !== null) [...group.values.querySelectorAll("input")].find((input) => input.value === focused)?.focus();
  }

  function chips() {
    const chosen = Object.entries(filters).flatMap(([name, values]) => values.map((value) => h("li", {}, h("button", { class: "button", type: "button", onclick: () => toggle(name, value) }, `${FACETS[name]}: ${value} `, h("span", { "aria-hidden": "true" }, "×"), h("span", { class: "unseen" }, "remove")))));
    const kinds = field.value.trim() ? Object.entries(KINDS).map(([kind, title]) => h("li", {}, h("button", { class: "button", type: "button", "aria-pressed": String(only === kind), onclick: () => { only = only === kind ? "" : kind; run(); } }, title))) : [];
    active.replaceChildren(...chosen, ...kinds);
    active.hidden = !active.childElementCount;
  }

  async function show(makers) {
    let at = 0;
    const mine = turn;
    // Pages without an item of the wanted kind are passed over until there is something to see.
    const next = async () => {
      let shown = 0;
      while (shown < PAGE && at < makers.length) {
        const part = await Promise.all(makers.slice(at, at + PAGE).map((make) => make()));
        if (mine !== turn) return;
        at += PAGE;
        list.append(...part.filter(Boolean));
        shown += part.filter(Boolean).length;
      }
      more.hidden = at >= makers.length;
    };
    list.replaceChildren();
    more.onclick = next;
    await next();
  }

  // The briefs that answer, and how each is shown. Without words nothing is read but the filters' files.
  async function found(query) {
    const kept = await index.having(filters);
    if (!query) return kept && { numbers: null, all: 0, told: "", makers: [...kept].sort((a, b) => a - b).map((number) => () => titleOf(index, number)) };
    const { numbers, terms, told } = await index.ask(query);
    const fitting = kept ? numbers.filter((number) => kept.has(number)) : numbers;
    return { numbers: new Set(numbers), all: numbers.length, told, makers: fitting.map((number) => () => hitOf(index, number, terms, 5, only)) };
  }

  function clear() {
    for (const values of Object.values(filters)) values.length = 0;
    only = "";
    run();
  }

  // How much was found; where there is nothing, under which filters, and how to go on.
  function tell(answer, query) {
    const chosen = Object.entries(filters).flatMap(([name, values]) => values.map((value) => `${FACETS[name]}: ${value}`));
    if (only) chosen.push(KINDS[only]);
    if (!answer) state.textContent = "Type words or a figure, or choose a filter.";
    else if (list.childElementCount) state.textContent = [only ? `${KINDS[only]} in ${plural(answer.makers.length, "result")}` : plural(answer.makers.length, query ? "result" : "brief"), answer.told].filter(Boolean).join(". ");
    else {
      const without = chosen.length ? ` under ${chosen.join(", ")}` : "";
      const all = chosen.length && answer.all ? ` ${plural(answer.all, "result")} without ${chosen.length === 1 ? "this filter" : "these filters"}.` : "";
      state.textContent = `Nothing${query ? ` holds “${query}”` : " is found"}${without}.${all || " Try fewer words, or other ones."}`;
      if (chosen.length) list.append(h("li", {}, h("button", { class: "button", type: "button", onclick: clear }, chosen.length === 1 ? "Clear the filter" : "Clear all filters")));
    }
  }

  async function run() {
    const mine = ++turn;
    const query = field.value.trim();
    list.setAttribute("aria-busy", "true");
    remember();
    chips();
    const answer = await found(query);
    if (mine !== turn) return;
    current = answer?.numbers ?? null;
    if (answer) await show(answer.makers);
    else { list.replaceChildren(); more.hidden = true; }
    tell(answer, query);
    for (const name of Object.keys(FACETS)) await draw(name);
    if (mine === turn) list.setAttribute("aria-busy", "false");
  }

  let pause;
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(run, 150); });
  box.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); run(); });
  field.focus();
  await run();
}
