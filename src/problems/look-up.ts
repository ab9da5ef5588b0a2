import { catalogue } from './catalogue/catalogue.ts';
import { cleanText } from './clean.ts';
import { codesOf, coversStatus, vagueCodesOf } from './find-rule.ts';
import { looseText } from './loose.ts';
import type { Rule } from './rule.ts';
import { fill, fillSteps } from './words.ts';

/** What `crossorg explain` shows: a rule with its placeholders filled neutrally. */
export type CatalogueEntry = Pick<
  Rule,
  'code' | 'field' | 'what' | 'why' | 'next' | 'link' | 'retry' | 'exit' | 'about'
>;

/** Everything crossorg can explain, in the order of the catalogue. */
export const allEntries = (): readonly CatalogueEntry[] => catalogue.map(entryOf);

/**
 * Finds what a code, a status, a pasted error or a few words are about, best first. Empty when nothing fits: a wrong
 * explanation is worse than none.
 */
export function lookUp(text: string): readonly CatalogueEntry[] {
  const query = queryOf(text);
  const ranked = catalogue
    .map((rule) => ({ rule, score: scoreOf(rule, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return ranked.map(({ rule }) => entryOf(rule));
}

const entryOf = ({ code, field, what, why, next, link, retry, exit, about }: Rule): CatalogueEntry => ({
  code,
  field,
  what: fill(what, {}),
  why: fill(why, {}),
  next: fillSteps(next, {}),
  link,
  retry,
  exit,
  about,
});

type Query = {
  /** Words that could be codes, in lower case, without the prefix MnA. */
  codes: ReadonlySet<string>;
  statuses: readonly number[];
  loose: string;
  /** Few words are searched for; a long text is matched by code and wording only. */
  words: readonly string[];
};

const longest = 20_000;
const fewWords = 6;

function queryOf(text: string): Query {
  const clean = cleanText(text, { maxLength: longest });
  const words = looseText(clean).match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    codes: new Set([...(clean.match(/-?[\p{L}\p{N}_-]+/gu) ?? []).map(bareCode), ...signInCodesIn(clean)]),
    statuses: statusesIn(clean),
    loose: looseText(clean),
    words: words.length > fewWords || isForeignCode(clean) ? [] : words.filter((word) => !filler.has(word)),
  };
}

const filler = new Set(['a', 'an', 'the', 'is', 'of', 'to', 'in', 'on', 'for', 'and', 'error', 'code', 'my', 'i']);

/** Codes of the sign-in service are many: one that is not in the catalogue is not explained by the words around it. */
const isForeignCode = (text: string): boolean => /\bAADSTS\d+/iu.test(text);

const bareCode = (code: string): string => code.toLowerCase().replace(/^mna/u, '');

/** The number of a sign-in error stands alone, or after a word that says so, as on Microsoft's own pages. */
function signInCodesIn(text: string): readonly string[] {
  const alone = /^(\d{5,8})$/u.exec(text.trim());
  const named = text.matchAll(/\b(?:aadsts|(?:error[ _]?)?codes?|error)["']?\s*[:=]?\s*[[(]?\s*(\d{5,8})\b/giu);
  return [...(alone ? [alone] : []), ...named].map((match) => `aadsts${match[1]}`);
}

/** A status stands alone, after a word that says so, or before its usual name. */
function statusesIn(text: string): readonly number[] {
  const alone = /^(?:http\s*)?([1-5]\d\d)$/iu.exec(text.trim());
  const named = [
    ...text.matchAll(
      /(?:status(?:\s*code)?|http(?:\/[\d.]+)?|error|answered|returned)["']?\s*[:=]?\s*\(?([1-5]\d\d)\b/giu,
    ),
    ...text.matchAll(/\(([1-5]\d\d)\)/gu),
    ...text.matchAll(
      /\b([45]\d\d) (?:bad request|unauthorized|forbidden|not found|conflict|gone|unprocessable|too many|internal|not implemented|bad gateway|service|gateway)/giu,
    ),
  ];
  return [...(alone ? [alone] : []), ...named].map((match) => Number(match[1]));
}

function scoreOf(rule: Rule, query: Query): number {
  const known = rule.known.map(looseText);
  if (hasCode(codesOf(rule), query)) return 100;
  if (known.includes(query.loose)) return 90;
  if (matchesText(rule, query)) return 80;
  if (known.some((wording) => wording.length >= 12 && query.loose.includes(wording))) return 70;
  if (query.statuses.some((status) => coversStatus(rule, status))) return statusScore(rule);
  if (hasCode(vagueCodesOf(rule), query)) return 40;
  return hasWords(rule, query) ? 20 : 0;
}

const hasCode = (codes: readonly string[], query: Query): boolean =>
  codes.some((code) => query.codes.has(bareCode(code)));

const matchesText = ({ match }: Rule, { loose }: Query): boolean =>
  'text' in match && (match.text?.test(loose) ?? false);

/** Rules of one status before those of a whole class, and moves before mappings. */
function statusScore({ match }: Rule): number {
  if (match.on !== 'service' || match.statuses?.some((status) => typeof status === 'string')) return 50;
  return match.calls?.includes('mapping') ? 55 : 60;
}

function hasWords(rule: Rule, { words }: Query): boolean {
  if (words.length === 0) return false;
  const haystack = haystackOf(rule);
  return words.every((word) => haystack.some((own) => own.startsWith(word) || (own.length > 3 && word === `${own}s`)));
}

const haystackOf = (rule: Rule): readonly string[] =>
  looseText([spaced(rule.code), fill(rule.what, {}), fill(rule.why, {}), ...rule.known].join(' ')).match(
    /[\p{L}\p{N}]+/gu,
  ) ?? [];

const spaced = (code: string): string => `${code} ${code.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')}`;
