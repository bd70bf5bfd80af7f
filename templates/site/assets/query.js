// A question in the words of the index: amounts in the form in which every figure is indexed, errors in typing mended.
const NAMES = { 1e12: "trillion", 1e9: "billion", 1e6: "million" };
const SCALES = { t: 1e12, b: 1e9, m: 1e6 };
const SCALED = /(\d[\d,.]*) ?(trillion|billion|million|tn|bn|mn|t|b|m)\b/giu;
const MONEY = /(?:us\$|hk\$|[ac]\$|[$€£¥₹]|\b(?:usd|eur|gbp|jpy|chf|cny|inr|cad|aud|nok|sek|dkk)\b) ?(?=\d)/giu;
const COINS = /(\d[\d,.]*(?: (?:trillion|billion|million))?) (?:(?:us|american|norwegian|swedish|danish|canadian|australian) )?(?:dollars?|euros?|pounds?(?: sterling)?|yen|yuan|rupees?|francs?|crowns?|kron(?:a|or|er)|usd|eur|gbp|jpy|chf|cny|inr|cad|aud|nok|sek|dkk)\b/giu;
const LITTLE = new Set("a an and are at by did for from how in is much of on or said says the to was were what who with".split(" "));

/** "$38.6bn", "38,600m" and "38.6 billion dollars" are looked for as "38.6 billion". */
export function asWords(query) {
  return query.replace(MONEY, "").replace(SCALED, scaled).replace(COINS, "$1").replace(/(\d) ?(?:percent|per cent|pct)\b/giu, "$1%").replace(/(\d) ?bps?\b/giu, "$1 basis points");
}

function scaled(all, digits, scale) {
  const size = SCALES[scale[0].toLowerCase()];
  const value = Number(digits.replaceAll(",", "")) * size;
  if (!Number.isFinite(value)) return all;
  const best = [1e12, 1e9, 1e6].find((one) => value >= one) ?? size;
  return `${Number((value / best).toPrecision(12))} ${NAMES[best]}`;
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const root = (word) => word.replace(/(?:ations?|ions?|ings?|ers?|ed|ies|ied|es|s|e|y)$/u, "");

/** A question with its words as the library spells them: those to look for, and what to tell the reader. `file` reads a file of the search. */
export async function spelled(query, file) {
  const words = asWords(query).split(/\s+/u).filter(Boolean);
  const telling = words.filter((word) => !LITTLE.has(word.toLowerCase()));
  const found = await Promise.all((telling.length ? telling : words).map(async (word) => [word, await meant(word, file)]));
  const taken = found.filter(([word, other]) => other && other !== word).map(([word, other]) => `“${other}” for “${word}”`);
  const missing = found.filter(([, other]) => !other).map(([word]) => `“${word}”`);
  const known = found.map(([, other]) => other).filter(Boolean);
  const told = [taken.length ? `Showing ${taken.join(", ")}.` : "", missing.length && known.length ? `No brief has ${missing.join(" or ")}.` : ""];
  return { words: known, told: told.filter(Boolean).join(" ") };
}

// The word itself where the library has it or one that begins so; the nearest one; or nothing. Figures and short words are not judged.
async function meant(word, file) {
  const plain = fold(word);
  if (!/^[a-z]{4,}$/u.test(plain)) return word;
  const begin = plain.slice(0, 2);
  const known = (await file("spelling")).includes(begin) ? await file(`spelling-${begin}`) : [];
  if (known.some((other) => other.startsWith(plain) || root(other) === root(plain))) return word;
  return nearest(plain, known);
}

// The frequent words go first: of several that are as near, one of them is taken.
function nearest(word, known) {
  const short = word.length < 6;
  let [best, least] = [null, short ? 2 : 3];
  for (const other of known) {
    if (Math.abs(other.length - word.length) >= least || (short && !slip(word, other))) continue;
    const far = distance(word, other);
    if (far < least) [best, least] = [other, far];
  }
  return best;
}

// In a short word only a letter too few or too many or two that are swapped are an error: with another letter it is another word.
const slip = (word, other) => word.length !== other.length || [...word].sort().join("") === [...other].sort().join("");

// How many letters have to be changed, added, left out or swapped to make one word of the other.
function distance(a, b) {
  let [before, last] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
