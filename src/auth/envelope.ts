import { cleanText } from '../problems/clean.ts';
import { timeOf } from './token.ts';

/** Where tokens rest. */
export type Storage = 'keystore' | 'file' | 'memory';

/** What may be read of a kept sign-in without opening it. No token is in it. */
export type SignInSummary = {
  account: string | null;
  tenantId: string | null;
  /** When its access token ends, in milliseconds since 1970. */
  expiresAt: number | null;
  scopes: readonly string[];
  /** The app it was signed in with; null in files of earlier versions. */
  clientId: string | null;
};

/** The file of one sign-in. `content` is sealed with a key of the keystore, or plain where that was asked for. */
export type Envelope = { storage: Exclude<Storage, 'memory'>; summary: SignInSummary; content: string };

const format = 'crossorg-sign-in/1';

export const writeEnvelope = (envelope: Envelope): string => `${JSON.stringify({ format, ...envelope }, null, 1)}\n`;

/** Null when the text is no such file. */
export function readEnvelope(text: string): Envelope | null {
  const fields = objectIn(text);
  if (fields === null || fields.format !== format || typeof fields.content !== 'string') return null;
  const { storage, content, summary } = fields;
  if (storage !== 'keystore' && storage !== 'file') return null;
  return { storage, content, summary: readSummary(summary) };
}

function readSummary(value: unknown): SignInSummary {
  const { account, tenantId, expiresAt, scopes, clientId } = isObject(value) ? value : {};
  return {
    account: textOf(account),
    tenantId: textOf(tenantId),
    expiresAt: typeof expiresAt === 'number' ? timeOf(expiresAt / 1000) : null,
    clientId: textOf(clientId),
    scopes: Array.isArray(scopes) ? scopes.flatMap((scope) => textOf(scope) ?? []) : [],
  };
}

type CacheEntry = Record<string, unknown>;

/** What the library's own cache says about who is signed in; null when it is no such cache. */
export function summaryOf(cache: string): SignInSummary | null {
  const fields = objectIn(cache);
  if (fields === null || !sections.every((name) => isSection(fields[name]))) return null;
  const [account] = entriesOf(fields.Account);
  const tokens = entriesOf(fields.AccessToken).map((token) => ({ ...token, until: Number(token.expires_on) }));
  const last = tokens.filter(({ until }) => until > 0).sort((a, b) => b.until - a.until)[0];
  return {
    account: textOf(account?.username),
    tenantId: textOf(account?.realm),
    expiresAt: timeOf(last?.until),
    scopes: (textOf((last as CacheEntry | undefined)?.target) ?? '').split(' ').filter(Boolean),
    clientId: textOf((last as CacheEntry | undefined)?.client_id),
  };
}

const sections = ['Account', 'IdToken', 'AccessToken', 'RefreshToken', 'AppMetadata'];

/** The library trusts what it is given, and trips over entries of another form. */
const isSection = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Object.values(value).every(isEntry));

const texts = ['home_account_id', 'environment', 'realm', 'client_id', 'secret', 'target', 'username'];

const isEntry = (value: unknown): boolean =>
  isObject(value) && texts.every((name) => isTextOrAbsent(value[name])) && areProfiles(value.tenantProfiles);

const isTextOrAbsent = (value: unknown): boolean => value === undefined || typeof value === 'string';

const areProfiles = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string' && objectIn(one) !== null));

const entriesOf = (value: unknown): CacheEntry[] => (isObject(value) ? Object.values(value).filter(isObject) : []);

function objectIn(text: string): CacheEntry | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is CacheEntry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const longest = 4_000;

/** Names come from tenants and from files: cleaned once, here. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? cleanText(value, { maxLength: longest }) || null : null;
