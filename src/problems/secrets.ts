import { cleanText } from './clean.ts';

const marked = '[secret]';

/** Something that a person would have had to make up: digits, signs between letters, or sheer length. */
const telling = String.raw`(?=[^\s"'<>]*[\d~+/=_]|[^\s"'<>]{20})`;
const value = String.raw`[^\s"'\\&;,<>()\[\]{}]{3,}`;
/** The quotes of JSON; in JSON within JSON with slashes before them. */
const quote = String.raw`(?:\\*["'])?`;
const names = [
  ...['token', 'secret', 'password', 'passwd', 'pwd', 'passphrase', 'api[-_]?key', 'account[-_]?key', 'access[-_]?key'],
  ...['sig', 'signature', 'tempauth', 'assertion', 'authorization', 'fedauth', 'rtfa', 'spoidcrl', 'estsauth\\w*'],
].join('|');

/** Shapes that nothing but a secret has, each with what stands in its place. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]{3,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{3,40}-----|$)/g, '[key]'],
  [/eyJ[\w-]{5,}(?:\.[\w-]*)*/g, '[token]'],
  // Refresh tokens and sign-in codes of Entra and of Microsoft accounts, client secrets, tokens of forges.
  [/(?<![\w.])[01]\.A[\w-]{3}[\w.-]{8,}/g, '[token]'],
  [/\bM\.[A-Z]\d{1,4}_[A-Z]{2,5}\.[\w.!*$-]{8,}/g, '[token]'],
  [/(?<![\w~.-])[\w~.-]{3,5}Q~[\w~.-]{8,}/g, marked],
  [/\b(?:gh[a-z]|npm|github_pat)_\w{20,}/g, '[token]'],
  [new RegExp(String.raw`\b(Bearer|Basic|DPoP|Negotiate|NTLM)\s+${telling}[\w.~+/=:-]{6,}`, 'gi'), `$1 ${marked}`],
  [/([a-z][a-z0-9+.-]{1,30}:\/\/)[^\s/@"'<>]+@/gi, `$1${marked}@`],
  [
    new RegExp(
      String.raw`\b((?:set-)?cookie)${quote}\s*[:=]\s*${quote}[\w.-]+=[^\s;"',]*(?:;\s*[\w.-]+(?:=[^\s;"',]*)?)*`,
      'gi',
    ),
    `$1: ${marked}`,
  ],
  [
    new RegExp(String.raw`((?:${names})${quote}\s*(?:=|%3D)\s*${quote})(?:Bearer\s+|Basic\s+)?${value}`, 'gi'),
    `$1${marked}`,
  ],
  [new RegExp(String.raw`((?:${names})${quote}\s*:\s*${quote})${telling}${value}`, 'gi'), `$1${marked}`],
  [new RegExp(String.raw`(--[\w-]*(?:${names})\s+)${telling}${value}`, 'gi'), `$1${marked}`],
];

/** One look that most texts do not get beyond. */
const suspicious = new RegExp(
  `eyJ|-----BEGIN|://|[01]\\.A|M\\.[A-Z]|Q~|gh[a-z]_|npm_|_pat_|bearer|basic|dpop|negotiate|ntlm|cookie|${names}`,
  'i',
);

/** A text without what is a secret by its very shape: tokens, keys, cookies, passwords with their names. */
export const hideSecrets = (text: string): string =>
  suspicious.test(text) ? shapes.reduce((rest, [shape, instead]) => rest.replaceAll(shape, instead), text) : text;

/** Long, of both cases, and with digits strewn about as no name has them. */
const opaque =
  /(?<![\w~.+-])(?=[\w~.+=-]{24})(?=[^a-z\s]*[a-z])(?=[^A-Z\s]*[A-Z])(?=(?:[\w~.+=-]*?\d[A-Za-z~_-]){3})[\w~.+=-]+/g;

/** Longer than names and codes are, of both cases, and with any digit: a made-up text may have few of them. */
const longOpaque = /(?<![\w~.+-])(?=[\w~.+=-]{40})(?=[^a-z\s]*[a-z])(?=[^A-Z\s]*[A-Z])(?=[^\d\s]*\d)[\w~.+=-]+/g;

/** For texts that others wrote (services, proxies, thrown errors): also without what only looks like a secret. */
const hideOpaque = (text: string): string =>
  hideSecrets(text).replaceAll(opaque, marked).replaceAll(longOpaque, marked);

/**
 * What others wrote (services, proxies, thrown errors) as it may be kept and shown. Secrets go before the cut: half of one has
 * lost its shape.
 */
export function foreignText(text: string, maxLength: number): string {
  const whole = cleanText(text, { maxLength: 8 * maxLength });
  return cleanText(hideOpaque(whole), { maxLength });
}

/** A text without these secrets, whole or encoded for a URL. What is shorter than six letters cannot be told from a word. */
export const hideKnown = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length >= 6)
    .sort((a, b) => b.length - a.length)
    .flatMap((secret) => [secret, encodeURIComponent(secret.toWellFormed())])
    .reduce((rest, secret) => rest.replaceAll(secret, marked), text);

const secretName = new RegExp(`(${names}|_pat|credentials?)$`, 'i');
const proxyName = /^(https?|all)_proxy$/i;

/** The secrets that an environment holds: values whose names say so, and passwords of proxies. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): string[] {
  const found = Object.entries(env).flatMap(([name, text = '']) => {
    if (secretName.test(name)) return [text.trim()];
    return proxyName.test(name) ? passwordsOf(text) : [];
  });
  return found.filter((secret) => secret !== '');
}

function passwordsOf(proxy: string): string[] {
  const [, password = ''] = /^[^/]*\/\/[^/@]*?:([^/]*)@/.exec(proxy) ?? [];
  return [password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
