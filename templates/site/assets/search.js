// The search: Pagefind for words, small files of our own for filters. A hit is an item of a brief, with a link to its sentence.
import { spelled } from "./query.js";

const KINDS = { metric: "Metrics", risk: "Risks", quote: "Quotes", point: "Key points", event: "Events", person: "People", organisation: "Organisations", s: "Source text" };
const FACETS = { company: "Company", person: "Person", metric: "Metric", risk: "Risk", speaker: "Speaker", year: "Year", kind: "Document" };
const OPEN = ["company", "metric", "risk", "year"];
const MANY = 2000; // briefs above which a library is large, as in generator/site/search.py
const CHUNK = 100; // briefs of a file
const WIDE = "(min-width: 60rem)"; // filters stand beside the results
const VALUES = 8;
const PAGE = 6; // results at a time: each is a file to load
const FEW = 4; // so many in a large library, where the index itself is heavy

const json = new Map();
const load = (address) => {
  if (!json.has(address)) json.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(address)))));
  return json.get(address);
};

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const numbersOf = (differences) => {
  let number = 0;
  return differences.map((difference) => (number += difference));
};

// The name of the file that holds a value of a filter, as in generator/site/facets.py.
const headOf = (value) => [...value].slice(0, 2).map((sign) => (/[a-z0-9]/u.test(sign) ? sign : `-${sign.codePointAt(0).toString(16)}`)).join("");

// What is asked of the files of the search. In a large library of `size` briefs a filter's values are read only when a reader opens it.
class Index {
  constructor(root, size = 0) {
    this.root = root;
    this.size = size;
    this.large = size > MANY;
    this.facets = {};
  }

  file(name) {
    return load(`${this.root}/search/${name}.json`);
  }

  /** The pages that hold the words of a question, the best first; how many words were looked for; and what to tell of them. */
  async words(query) {
    const { words, told } = await spelled(query, (name) => this.file(name));
    if (!words.length) return { results: [], count: 0, told };
    this.pagefind ??= import(new URL(`${this.root}/pagefind/pagefind.js`, document.baseURI)).then(async (pagefind) => {
      await pagefind.options({ noWorker: true, ranking: { metaWeights: { title: 5, about: 0 } } });
      return pagefind;
    });
    return { results: (await (await this.pagefind).search(words.join(" "))).results, count: words.length, told };
  }

  /** A filter: each value with the numbers of the briefs that have it. */
  async facet(name) {
    this.facets[name] ??= new Map(Object.entries(await this.file(name)).map(([value, differences]) => [value, numbersOf(differences)]));
    return this.facets[name];
  }

  async holders(name, value) {
    if (!this.large || this.facets[name]) return (await this.facet(name)).get(value) ?? [];
    const part = await this.file(`${name}-${headOf(value)}`).catch(() => ({}));
    return Object.hasOwn(part, value) ? numbersOf(part[value]) : [];
  }

  /** The number of each brief by Pagefind's name of it: of all briefs, or of those whose files hold the kept ones. */
  async numbers(kept) {
    const all = Array.from({ length: Math.ceil(this.size / CHUNK) }, (_, part) => part);
    const parts = kept ? [...new Set([...kept].map((number) => Math.floor(number / CHUNK)))] : all;
    const lists = await Promise.all(parts.map((part) => this.file(`ids-${part}`)));
    return new Map(lists.flatMap((ids, at) => ids.map((id, place) => [id, parts[at] * CHUNK + place])));
  }

  async brief(number) {
    return (await this.file(`briefs-${Math.floor(number / CHUNK)}`))[number % CHUNK];
  }

  // The numbers of the briefs that have, for each facet, one of the wanted values; null where nothing is wanted.
  async having(filters, except) {
    let kept = null;
    for (const [name, values] of Object.entries(filters)) {
      if (name === except || !values.length) continue;
      const some = new Set((await Promise.all(values.map((value) => this.holders(name, value)))).flat());
      kept = kept ? new Set([...kept].filter((number) => some.has(number))) : some;
    }
    return kept;
  }
}

// The items of a page that hold the words: each with its anchor, its own words, and which of them were found.
function itemsOf(data) {
  const words = data.raw_content.split(/\s+/u);
  const anchors = data.anchors.filter(({ id }) => KINDS[id.split("-")[0]] || !id.includes("-")).sort((a, b) => a.location - b.location);
  const hits = new Map();
  for (const location of data.locations) {
    let low = 0;
    let high = anchors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (anchors[middle].location <= location) low = middle + 1;
      else high = middle;
    }
    const anchor = anchors[low - 1];
    if (!anchor || !/^(metric|risk|quote|point|event|person|organisation|s)-/u.test(anchor.id)) continue;
    const end = anchors.slice(low).find((other) => other.location > anchor.location)?.location ?? words.length;
    if (!hits.has(anchor.id)) hits.set(anchor.id, { id: anchor.id, kind: anchor.id.split("-")[0], start: anchor.location, end, found: new Set() });
    hits.get(anchor.id).found.add(location);
  }
  const distinct = (hit) => new Set([...hit.found].map((place) => words[place]?.toLowerCase().replace(/\W/gu, "").slice(0, 6))).size + ([...hit.found].some((place) => hit.found.has(place + 1)) ? 0.5 : 0);
  return [...hits.values()].map((hit) => ({ ...hit, words, score: distinct(hit) - (hit.kind === "s" ? 0.5 : 0) })).sort((a, b) => b.score - a.score);
}

function excerpt({ words, start, end, found }) {
  const first = Math.min(...found);
  const from = Math.max(start, Math.min(first - 12, end - 34));
  const to = Math.min(end, Math.max(from + 34, first + 12));
  const line = h("span");
  if (from > start) line.append("… ");
  for (let place = from; place < to; place += 1) {
    line.append(found.has(place) ? h("mark", {}, words[place]) : words[place], " ");
  }
  if (to < end) line.append("…");
  return line;
}

function itemLink(hit, address) {
  return h("li", {}, h("a", { href: `${address}#${hit.id}` }, h("span", { class: "tag" }, KINDS[hit.kind].replace(/s$/u, "").replace("Source text", "Source")), " ", excerpt(hit)));
}

// One result: the page, and the items in it that answer best, at most `limit`; `only` is the kind of item that is asked for.
async function hitOf(result, root, limit, only) {
  const data = await result.data();
  const address = root + data.raw_url;
  let items = itemsOf(data);
  if (only) items = items.filter((hit) => hit.kind === only);
  if (only && !items.length) return null;
  const best = Math.max(0, ...items.map((hit) => hit.score));
  const own = items.filter((hit) => hit.kind !== "s" && hit.score >= best - 1);
  const shown = (own.length ? own : items).slice(0, limit);
  const line = h("li", { class: "hit" }, h("h2", {}, h("a", { href: address }, data.meta.title ?? address)),
    data.meta.about ? h("p", { class: "small soft" }, data.meta.about) : null,
    shown.length ? h("ul", {}, ...shown.map((hit) => itemLink(hit, address))) : null);
  const named = () => data.locations.some((place) => data.meta.title.includes(data.raw_content.split(/\s+/u)[place]?.replace(/[.,]$/u, "")));
  return { line, score: data.anchors.length ? best : named() ? Infinity : 0 };
}

// The first results in their order: pages of companies and people that are named, then those before others of which one item holds more words.
async function inOrder(makers, count) {
  const hits = (await Promise.all(makers.map((make) => make()))).filter(Boolean);
  const rank = ({ score }) => (count > 1 || score === Infinity ? score : 0);
  return hits.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a))).map(({ line }) => line);
}

const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

const nothing = (query) => `Nothing holds “${query}”. Try fewer words, or other ones.`;

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
    const { results, count, told } = await index.words(query);
    const hits = await inOrder(results.slice(0, 5).map((result) => () => hitOf(result, root, 3)), count);
    if (mine !== turn) return;
    list.replaceChildren(...hits);
    state.textContent = results.length ? [plural(results.length, "result"), told].filter(Boolean).join(". ") : nothing(query);
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
  const box = document.querySelector("[data-search-page]");
  const index = new Index(root, Number(box.dataset.searchPage));
  const [field, panel, state, list, more, active] = ["#ask", ".facets", ".state", ".hits", ".more", ".active"].map((part) => box.querySelector(part));
  box.querySelector(".found").hidden = false;
  const parameters = new URLSearchParams(location.search);
  const filters = Object.fromEntries(Object.keys(FACETS).map((name) => [name, parameters.getAll(name)]));
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
    const group = h("details", { open: !index.large && ((OPEN.includes(name) && matchMedia(WIDE).matches) || filters[name].length > 0), ontoggle: () => group.open && (current || !field.value.trim() ? draw(name) : run()) }, h("summary", {}, title), values);
    group.values = values;
    return [name, group];
  }));
  panel.append(...Object.values(groups));
  panel.parentElement.open = matchMedia(WIDE).matches || Object.values(filters).some((values) => values.length);
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

  function chips(some) {
    const chosen = Object.entries(filters).flatMap(([name, values]) => values.map((value) => h("li", {}, h("button", { class: "button", type: "button", onclick: () => toggle(name, value) }, `${FACETS[name]}: ${value} `, h("span", { "aria-hidden": "true" }, "×"), h("span", { class: "unseen" }, "remove")))));
    const kinds = some || only ? Object.entries(KINDS).map(([kind, title]) => h("li", {}, h("button", { class: "button", type: "button", "aria-pressed": String(only === kind), onclick: () => { only = only === kind ? "" : kind; run(); } }, title))) : [];
    active.replaceChildren(...chosen, ...kinds);
    active.hidden = !active.childElementCount;
  }

  async function card(number) {
    const [address, title, about] = await index.brief(number);
    return { line: h("li", { class: "hit" }, h("h2", {}, h("a", { href: `${root}/${address}` }, title)), h("p", { class: "small soft" }, about)), score: 0 };
  }

  async function show({ makers, count }) {
    let at = 0;
    const mine = turn;
    const size = index.large ? FEW : PAGE;
    // Pages without an item of the wanted kind are passed over until there is something to see.
    const next = async () => {
      let shown = 0;
      while (shown < size && at < makers.length) {
        const part = await inOrder(makers.slice(at, at + size), at ? 1 : count);
        if (mine !== turn) return;
        at += size;
        list.append(...part);
        shown += part.length;
      }
      more.hidden = at >= makers.length;
    };
    list.replaceChildren();
    more.onclick = next;
    await next();
  }

  // What answers: how each result is made, of how many words; and for the filters' counts, where one stands open, the numbers of the briefs.
  async function found(query, mine) {
    const kept = await index.having(filters);
    if (!query) return kept ? { numbers: null, all: 0, count: 1, told: "", makers: [...kept].sort((a, b) => a - b).map((number) => () => card(number)) } : null;
    const { results, count, told } = await index.words(query);
    const counted = Object.values(groups).some((group) => group.open);
    const byId = counted || kept ? await index.numbers(counted ? null : kept) : new Map();
    if (mine !== turn) return null;
    const fitting = kept ? results.filter((result) => kept.has(byId.get(result.id))) : results;
    const numbers = counted ? new Set(results.map((result) => byId.get(result.id)).filter((number) => number !== undefined)) : null;
    return { numbers, all: results.length, count, told, makers: fitting.map((result) => () => hitOf(result, root, 5, only)) };
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
    if (!list.childElementCount && query) state.textContent = "Searching…";
    remember();
    chips(Boolean(query && list.childElementCount));
    const answer = await found(query, mine);
    if (mine !== turn) return;
    current = answer?.numbers ?? null;
    if (answer) await show(answer);
    else { list.replaceChildren(); more.hidden = true; }
    tell(answer, query);
    chips(Boolean(query && answer?.makers.length));
    for (const name of Object.keys(FACETS)) await draw(name);
    if (mine === turn) list.setAttribute("aria-busy", "false");
  }

  let pause;
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(run, 150); });
  box.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); run(); });
  field.focus();
  await run();
}
