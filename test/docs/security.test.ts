import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consentLink } from '../../src/auth/consent.ts';
import { commandNames } from '../../src/problems/available.ts';
import { readSources, root } from '../support/source.ts';

const page = readFileSync(`${root}SECURITY.md`, 'utf8');
const registration = readFileSync(`${root}docs/app-registration.md`, 'utf8');
const code = readSources('src', 'components')
  .map(({ text }) => text)
  .join('\n');

const inBackticks = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, inner]) => inner ?? '');

const unique = (words: Iterable<string>): string[] => [...new Set(words)].sort();

/** Made up for examples, or of the simulator: nobody is there. */
const isMadeUp = (host: string): boolean =>
  /(^|[.-])(contoso|fabrikam)([.-]|$)|\.invalid$|^[^.]+$|example\.(com|org)$/.test(host);

/** Names inside data that are compared and never asked: the issuer of tokens, and the form of JSON Schema. */
const isOnlyCompared = (host: string): boolean => ['sts.windows.net', 'json-schema.org'].includes(host);

const hostsIn = (text: string): string[] =>
  unique([...text.matchAll(/\bhttps?:\/\/([a-z0-9.-]*[a-z0-9])/gi)].map(([, host]) => host ?? ''));

describe('the page on security', () => {
  it('names the hosts that the code names, and no other', () => {
    const named = inBackticks(page).filter(
      (word) => /^(?:[a-z0-9-]+\.)+[a-z0-9]+$/.test(word) && !/\.(md|json|ts)$/.test(word),
    );
    const inCode = hostsIn(code).filter((host) => !isMadeUp(host) && !isOnlyCompared(host));
    const ofCloud = ['169.254.169.254'].filter((address) => code.includes(address));
    expect(unique(named.filter((host) => !isMadeUp(host)))).toEqual(unique([...inCode, ...ofCloud]));
  });

  it('names every variable of its own that the code reads, and no other', () => {
    const read = unique(code.match(/\bCROSSORG_[A-Z]+(?:_[A-Z]+)*\b/g) ?? []).filter(
      (name) => name !== 'CROSSORG_CLIENT',
    );
    expect(unique(page.match(/\bCROSSORG_[A-Z]+(?:_[A-Z]+)*\b/g) ?? [])).toEqual(read);
  });

  it('names the variables of platforms that hold or lead to tokens', () => {
    const read = ['AZURE_FEDERATED_TOKEN_FILE', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    for (const name of [...read, 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY']) {
      expect(code).toContain(name);
      expect(page).toContain(`\`${name}\``);
    }
  });

  it('says how long logs are kept as the code does', () => {
    const rotation = readFileSync(`${root}src/store/log-rotation.ts`, 'utf8');
    expect(rotation).toContain('maxLogFiles = 20');
    expect(rotation).toContain('maxLogChars = 512 * 1024');
    expect(page).toContain('At most 20 files of half a megabyte');
  });

  it('names how it is reported without an address', () => {
    const [, reporting = ''] = page.split('## Reporting a vulnerability');
    expect(reporting).toContain('private vulnerability reporting');
    expect(reporting).not.toMatch(/@|https?:/);
  });
});

describe.each([
  { name: 'SECURITY.md', text: page },
  { name: 'docs/app-registration.md', text: registration },
])('$name', ({ text }) => {
  it('names only commands that there are', () => {
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'));
    const named = [...inBackticks(text), ...blocks].flatMap((line) => /^crossorg ([a-z]+)/.exec(line)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(3);
    expect(unique(named).filter((name) => !(commandNames as readonly string[]).includes(name))).toEqual([]);
  });
});

describe('the page on registering an app', () => {
  it.each(['person', 'app'] as const)('has the same consent link as the program: %s', (kind) => {
    const ask = { tenantId: 'TENANT-ID', clientId: 'CLIENT-ID', authority: null, isReadOnly: false, kind };
    const links = registration.split('\n').map((line) => line.replace('TENANT-ID', 'tenant-id'));
    expect(links).toContain(consentLink(ask));
  });

  it('names both permissions and who may consent', () => {
    for (const word of [
      'SharePointCrossTenantMigration.Read.All',
      'SharePointCrossTenantMigration.Manage.All',
      ...['Cloud Application Administrator', 'Privileged Role Administrator', 'SharePoint Administrator'],
    ])
      expect(registration).toContain(word);
  });
});
