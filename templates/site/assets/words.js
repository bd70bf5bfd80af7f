// Words as the search compares them: the same as generator/site/words.py. Cases hold the two together.
export const TOKEN = /\p{Nd}+(?:[.,]\p{Nd}+)*|[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{Nl}\p{No}])+/gu;
const ENDINGS = [[/(ies|ied)$/u, "y"], [/sses$/u, "ss"], [/([^us])s$/u, "$1"], [/^(\w*[aeiouy]\w*\w)(ing|ed)$/u, "$1"], [/([bdfgmnprt])\1$/u, "$1"], [/e$/u, ""]];

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’']s(?!\p{L})/gu, " ");

export const plain = (text) => fold(text).match(TOKEN) ?? [];

export function stem(token) {
  if (/^\d/u.test(token)) {
    const figure = token.replace(/,(?=\d{3}(?!\d))/gu, "").replaceAll(",", ".");
    return figure.split(".").length === 2 ? figure.replace(/0+$/u, "").replace(/\.$/u, "") : figure;
  }
  if (token.length < 4 || !/^[a-z]+$/u.test(token)) return token;
  return ENDINGS.reduce((word, [ending, by]) => word.replace(ending, by), token);
}

// How many letters have to be changed, added, left out or swapped to make one word of the other.
export function distance(a, b) {
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

const SCALES = { t: 1e12, b: 1e9, m: 1e6 };
const NAMES = { 1e12: "trillion", 1e9: "billion", 1e6: "million" };
const MONEY = "us\\$|hk\\$|[ac]\\$|[$€£¥₹]|rs\\.?|rmb|(?:usd|eur|gbp|jpy|chf|cny|inr|cad|aud|nok|sek|dkk)\\b";
const COINS = "(?:us |u\\.s\\. |norwegian |swedish |danish |canadian |australian )?(?:dollars?|euros?|pounds?(?: sterling)?|sterling|yen|yuan|rupees?|francs?|crowns?|kron(?:a|or|er)|usd|eur|gbp|jpy|chf|cny|nok|sek|dkk)\\b";

// An amount as every figure is indexed, whatever way people write it: "$38.6bn", "38,600m" and "38.6 billion dollars" are "38.6 billion".
export function asWords(query) {
  return query
    .replace(new RegExp(`(?:${MONEY})\\s?(?=\\d)`, "giu"), "")
    .replace(/(\d)\s?(trillion|billion|million|tn|bn|mn|t|b|m)\b/giu, "$1 $2")
    .replace(/(\d[\d,.]*) (trillion|billion|million|tn|bn|mn|t|b|m)\b/giu, (_, digits, scale) => scaled(Number(digits.replaceAll(",", "")), scale[0].toLowerCase(), digits))
    .replace(new RegExp(`(\\d[\\d,.]*(?: (?:trillion|billion|million))?) ${COINS}`, "giu"), "$1")
    .replace(/(\d) ?(?:percent|per cent|pct)\b/giu, "$1%")
    .replace(/(\d) ?bps?\b/giu, "$1 basis points");
}

function scaled(number, letter, digits) {
  const value = number * SCALES[letter];
  if (!Number.isFinite(value)) return digits;
  const scale = [1e12, 1e9, 1e6].find((size) => value >= size) ?? SCALES[letter];
  return `${Number((value / scale).toPrecision(12))} ${NAMES[scale]}`;
}
