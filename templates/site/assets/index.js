// The index of a library: which pages answer a question. Its files are written by generator/site/search.py; a question needs few of them.
import { TOKEN, asWords, distance, plain, stem } from "./words.js";

const CHUNK = 100; // pages of a file of titles
const WEIGHTS = [4, 3, 2, 1]; // of a word in a title, in key points or several items, in an item, in the source alone
const LOOKED_AT = 12; // best briefs whose items are read before they are put in order
const PROFILES = 3; // pages of companies and people that go before the briefs
const LITTLE = new Set("a an and are at by did for from how in is much of on or the to was were what who with".split(" "));

const json = new Map();
const load = (address) => {
  if (!json.has(address)) json.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(address)))));
  return json.get(address);
};

// The name of the file that a word is in, as in generator/site/postings.py.
const headOf = (word) => [...word].slice(0, 2).map((sign) => (/[a-z0-9]/u.test(sign) ? sign : `-${sign.codePointAt(0).toString(16)}`)).join("");

const numbersOf = (differences) => {
  let number = 0;
  return differences.map((difference) => (number += difference));
};

// A word that is not there is taken for the beginning of one, or for a longer form of one.
const likeness = (word, stemmed) => (known) => (word.length > 2 && known.startsWith(word)) || (known.length > 5 && stemmed.startsWith(known) && stemmed.length - known.length < 5);

export class Index {
  constructor(root) {
    this.root = root;
    this.facets = {};
  }

  file(name) {
    return load(`${this.root}/search/${name}.json`);
  }

  async title(number) {
    return (await this.file(`titles-${Math.floor(number / CHUNK)}`))[number % CHUNK];
  }

  /** A filter: each value with the numbers of the briefs that have it. */
  async facet(name) {
    this.facets[name] ??= new Map(Object.entries(await this.file(name)).map(([value, differences]) => [value, numbersOf(differences)]));
    return this.facets[name];
  }

  // The numbers of the briefs that have, for each facet, one of the wanted values; null where nothing is wanted.
  async having(filters, except) {
    let kept = null;
    for (const [name, values] of Object.entries(filters)) {
      if (name === except || !values.length) continue;
      const facet = await this.facet(name);
      const some = new Set(values.flatMap((value) => facet.get(value) ?? []));
      kept = kept ? new Set([...kept].filter((number) => some.has(number))) : some;
    }
    return kept;
  }

  /** What answers a question: the numbers of pages, best first; the words that were looked for, with their pages; and what to tell of them. */
  async ask(query) {
    this.briefs = await this.file("size");
    const terms = (await Promise.all(this.wordsOf(query))).flat();
    const known = terms.filter((term) => term.pages.size);
    const every = [...(known[0]?.pages.keys() ?? [])].filter((number) => known.every((term) => term.pages.has(number)));
    const some = every.length ? every : [...new Set(known.flatMap((term) => [...term.pages.keys()]))];
    const worth = (number) => known.reduce((sum, { pages }) => sum + (pages.has(number) ? 10 * !every.length + pages.get(number) / Math.log2(2 + pages.size) : 0), 0);
    const ranked = some.map((number) => [number, worth(number)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
    return { numbers: await this.inOrder(ranked, known), terms: known, told: tell(terms, every.length || !known.length) };
  }

  wordsOf(query) {
    const parts = asWords(query).match(/\p{L}+(?:-\p{L}+)+|[^\s-]+/gu) ?? [];
    const words = [...new Set(parts.flatMap((part) => (part.includes("-") ? [part] : plain(part))))];
    const telling = words.filter((word) => !LITTLE.has(word));
    return (telling.length ? telling : words).map((word) => this.term(word));
  }

  // A word with the pages that hold it; where none does, the word that was probably meant. A compound is also known as one word.
  async term(word) {
    if (word.includes("-")) {
      const one = await this.pagesOf(plain(word).join(""), false);
      return one.pages.size ? one : Promise.all(plain(word).map((part) => this.term(part)));
    }
    const found = await this.pagesOf(word);
    const meant = found.pages.size ? null : await this.near(word);
    return meant ? { ...(await this.pagesOf(meant)), typed: word } : found;
  }

  async pagesOf(word, alike = true) {
    const stemmed = stem(word);
    const head = headOf(stemmed);
    const known = (await this.file("heads")).includes(head) ? await this.file(`words-${head}`) : {};
    const exact = Object.hasOwn(known, stemmed);
    const stems = exact ? [stemmed] : alike ? Object.keys(known).filter(likeness(word, stemmed)) : [];
    const pages = new Map();
    for (const one of stems) {
      const levels = typeof known[one] === "number" ? (await this.file(`pages-of-${known[one]}`))[one] : known[one];
      levels.forEach((differences, level) => {
        for (const number of numbersOf(differences)) pages.set(number, Math.max(pages.get(number) ?? 0, WEIGHTS[level] * (exact ? 1 : 0.6)));
      });
    }
    return { word, stems: new Set(stems), pages };
  }

  async near(word) {
    if (!/^[a-z]{4,}$/u.test(word)) return null;
    const short = word.length < 6;
    let best = null;
    let least = short ? 2 : 3;
    for (const other of await this.file(`near-${word[0]}`)) {
      if (Math.abs(other.length - word.length) >= least || (short && !slip(word, other))) continue;
      const far = distance(word, other);
      if (far < least) [best, least] = [other, far];
    }
    return best;
  }

  // Pages that are called so go first; of the best briefs, those where one item holds most of the words.
  async inOrder(ranked, terms) {
    const profiles = ranked.filter((number) => number >= this.briefs);
    const briefs = ranked.filter((number) => number < this.briefs);
    if (terms.length > 1) {
      const looked = await Promise.all(briefs.slice(0, LOOKED_AT).map(async (number) => [number, (await this.items(number, terms)).found[0]?.score ?? 0]));
      briefs.splice(0, LOOKED_AT, ...looked.sort((a, b) => b[1] - a[1]).map(([number]) => number));
    }
    return [...profiles.slice(0, PROFILES), ...briefs, ...profiles.slice(PROFILES)];
  }

  /** A brief, and its items that hold any of the words, the best first. */
  async items(number, terms) {
    const { items, ...brief } = await this.file(`items-${number}`);
    const found = items.map(([id, shown, also]) => ({ id, kind: id.split("-")[0], ...marked(shown, also, terms) })).filter((item) => item.score > 0);
    return { ...brief, found: found.sort((a, b) => b.score - a.score) };
  }
}

// In a short word only a letter too few or too many or two that are swapped are an error: with another letter it is another word.
const slip = (word, other) => word.length !== other.length || [...word].sort().join("") === [...other].sort().join("");

// An item's words as pieces, those that were looked for marked; and how well it answers: by how many of the words it holds, and how close.
function marked(shown, also, terms) {
  const places = [];
  for (const { 0: token, index } of shown.matchAll(TOKEN)) {
    const place = holder(token, terms);
    if (place >= 0) places.push({ place, start: index, end: index + token.length });
  }
  const seen = new Set(places.map(({ place }) => place));
  const hidden = new Set(plain(also ?? "").map((token) => holder(token, terms)).filter((place) => place >= 0 && !seen.has(place)));
  const together = places.some(({ start }, at) => at && start - places[at - 1].end < 3 && places[at].place === places[at - 1].place + 1);
  return { shown, places, score: seen.size + 0.8 * hidden.size + (together ? 0.5 : 0) };
}

function holder(token, terms) {
  const stemmed = stem(plain(token)[0] ?? "");
  return terms.findIndex(({ stems }) => stems.has(stemmed));
}

// What a reader has to know of the words that were looked for.
function tell(terms, all) {
  const taken = terms.filter(({ typed, pages }) => typed && pages.size).map(({ typed, word }) => `“${word}” for “${typed}”`);
  const missing = terms.filter(({ pages }) => !pages.size).map(({ typed, word }) => `“${typed ?? word}”`);
  return [taken.length ? `Showing ${taken.join(", ")}.` : "", missing.length && missing.length < terms.length ? `No brief has ${missing.join(" or ")}.` : "",
    all ? "" : "None has all of the words."].filter(Boolean).join(" ");
}
