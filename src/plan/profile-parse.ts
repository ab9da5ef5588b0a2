import { parseDataLocation } from './parse/data-location.ts';
import { parseGuid } from './parse/guid.ts';
import { parseHost } from './parse/host.ts';
import { quoted, readable, suggesting } from './parse/readable.ts';
import { hostIn, hostOf, splitHost } from './parse/sharepoint-host.ts';
import type { Context, Parse, Unreadable } from './question.ts';
import { err, ok, type Result } from './result.ts';
import { isKnownZone } from './zone.ts';

export type Read<V> = (text: string) => Result<V, Unreadable>;

/** What stands in a profile means the same at any time. */
const anytime: Context = { now: 0, zone: 'UTC' };

const plainly =
  <V>(parse: Parse<V>): Read<V> =>
  (text) =>
    parse(text, {}, anytime);

/** Empty means that the profile says nothing about it. */
const orNothing =
  <V>(read: Read<V>): Read<V | null> =>
  (text) =>
    text.trim() === '' ? ok(null) : read(text);

const tenantIdOf = plainly(parseGuid('a tenant id'));

/** In a file only ids count; a domain is looked up before it gets there. */
export const readTenantId: Read<string> = (text) => {
  const read = tenantIdOf(text);
  return read.ok && /^0{8}-/.test(read.value) ? err(emptyTenant) : read;
};

const emptyTenant: Unreadable = {
  what: 'A tenant id of zeros is the id of no tenant.',
  why: 'Forms and templates use it as a placeholder.',
  next: 'Copy the id from the tenant overview in Microsoft Entra.',
};

export const readClientId: Read<string | null> = orNothing(plainly(parseGuid('the id of an app')));
export const readOrgId: Read<string | null> = orNothing(plainly(parseGuid('an organization id')));
export const readMyHost: Read<string | null> = orNothing(plainly(parseHost));

const longestName = 60;

export const readLabel: Read<string> = plainly(
  readable((text) =>
    text.length > 0 && text.length <= longestName
      ? ok(text)
      : err({
          what: text === '' ? 'The name of the tenant is empty.' : `The name has ${text.length} characters.`,
          why: 'It stands on every screen, and is typed in full before the first live use.',
          next: `Give a short one such as Fabrikam, at most ${longestName} characters.`,
        }),
  ),
);

const domainForm = /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

export const isDomain = (text: string): boolean => domainForm.test(text.toLowerCase());

const readDomain: Read<string> = (text) => {
  const domain = text.toLowerCase().replace(/^@/, '');
  if (isDomain(domain)) return ok(domain);
  return err({
    what: `${quoted(text)} is not a domain.`,
    why: 'A domain is what follows the @ of a sign-in name.',
    next: 'Use the form contoso.com; several are separated by commas.',
    ...suggesting(/@([^@\s]+)$/.exec(text)?.[1]?.toLowerCase()),
  });
};

/** Any spelling; the admin host is taken for the tenant's root, whose name it bears. */
const readSiteHost: Read<string> = (text) => {
  const host = hostIn(text);
  if (host) return ok(`https://${hostOf(host.role === 'admin' ? { ...host, role: 'root' } : host)}`);
  const name = text.toLowerCase().replace(/\.onmicrosoft\.com$/, '');
  const meant = `${name}.sharepoint.com`;
  return err({
    what: `${quoted(text)} is not a SharePoint host.`,
    why: "A tenant's sites are told by their hosts, one for each geography.",
    next: 'Use the form https://contoso.sharepoint.com; several are separated by commas.',
    ...suggesting(/^[a-z0-9]+$/.test(name) && splitHost(meant) ? `https://${meant}` : undefined),
  });
};

const listOf =
  <V>(readOne: Read<V>): Read<readonly V[]> =>
  (text) => {
    const values = new Set<V>();
    for (const part of text.split(/[,;\s]+/).filter((one) => one !== '')) {
      const read = readOne(part);
      if (!read.ok) return read;
      values.add(read.value);
    }
    return ok([...values]);
  };

export const readDomains = listOf(readDomain);
export const readHosts = listOf(readSiteHost);

export const microsoftSignIn = 'https://login.microsoftonline.com';

/** Microsoft's own is what a profile uses when it says nothing. */
export const readAuthority: Read<string | null> = orNothing(
  plainly(
    readable<string | null>((text) => {
      const url = /^https:\/\/[^\s\\?#@]+$/i.test(text) ? URL.parse(text) : null;
      const authority = url?.href.replace(/\/+$/, '');
      if (authority !== undefined) return ok(authority === microsoftSignIn ? null : authority);
      return err({
        what: `${quoted(text)} cannot be a sign-in authority.`,
        why: 'Passwords are typed there, so it has to be a plain https address.',
        next: `Leave it out for Microsoft's own, ${microsoftSignIn}.`,
      });
    }),
  ),
);

/** As the question about the data location reads it, kept as text. */
export const readLocation: Read<string | null> = (text) => {
  const read = plainly(parseDataLocation)(text);
  if (!read.ok) return read;
  return ok(read.value === 'unset' ? null : (read.value ?? 'default'));
};

export const readRule: Read<string | null> = orNothing(
  plainly(
    readable((text) => {
      const [, domain = ''] = text.toLowerCase().split('@');
      if (/^[^@]*\{name\}[^@]*@[^@{}]+$/i.test(text) && text.split(/\{name\}/i).length === 2 && isDomain(domain))
        return ok(`${text.split('@')[0]?.replace(/\{name\}/i, '{name}')}@${domain}`);
      return err({
        what: `${quoted(text)} is not a naming rule.`,
        why: 'It has {name} once, for what stands before the @ of the source, then @ and a domain of the target.',
        next: 'Use the form {name}@fabrikam.com.',
        ...suggesting(isDomain(text.replace(/^@/, '')) ? `{name}@${text.toLowerCase().replace(/^@/, '')}` : undefined),
      });
    }),
  ),
);

export const readZone: Read<string | null> = orNothing((text) =>
  isKnownZone(text.trim())
    ? ok(text.trim())
    : err({
        what: `${quoted(text)} is not a time zone this computer knows.`,
        why: 'Times without an offset are read in a named zone.',
        next: 'Use a name such as Europe/Berlin or UTC.',
      }),
);

const mostOfAnything = 1_000_000;

export const readCount: Read<number | null> = orNothing((text) => {
  const count = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0;
  if (count >= 1 && count <= mostOfAnything) return ok(count);
  return err({
    what: `${quoted(text)} is not a whole number from 1 to ${mostOfAnything}.`,
    why: 'A limit holds back how much is asked of the service.',
    next: 'Use a number such as 600, or leave it out for the usual one.',
  });
});

export const readSwitch: Read<boolean> = (text) => {
  const word = text.trim().toLowerCase();
  if (['yes', 'true', 'on'].includes(word)) return ok(true);
  if (['', 'no', 'false', 'off'].includes(word)) return ok(false);
  return err({ what: `${quoted(text)} is neither yes nor no.`, why: 'It is on or off.', next: 'Use yes or no.' });
};
