import { describe, expect, test } from 'vitest';
import { askWith } from '../../src/commands/profile/ask.ts';
import { createTenantFinder } from '../../src/commands/profile/tenants.ts';
import { Left, type Prompter } from '../../src/frontends/profile-asking.ts';
import type { FieldId } from '../../src/plan/profile-field.ts';
import { fieldIds, profileFields } from '../../src/plan/profile-fields.ts';
import { type ProfileTexts, textsOfProfile, wholeTextsOf } from '../../src/plan/profile-values.ts';
import type { Fetch } from '../../src/ports/ports.ts';
import { fakePorts } from '../support/ports.ts';
import { contoso, fabrikam, pairTexts, profileWith } from '../support/profiles.ts';

const metadata: Fetch = async (url) => {
  const tenant = new URL(url).pathname.split('/')[1] ?? '';
  const id = { 'contoso.com': contoso, 'fabrikam.com': fabrikam }[tenant];
  return id === undefined
    ? Response.json({}, { status: 400 })
    : Response.json({ issuer: `https://login.microsoftonline.com/${id}/v2.0` });
};

const idOf = (message: string): FieldId =>
  fieldIds.find((id) => profileFields[id].prompt === message) ?? expect.fail(`nobody asks: ${message}`);

/** A person who tries these answers to a question one after the other, and takes what is offered elsewhere. */
function person(tries: Partial<Record<FieldId, readonly string[]>>, says = true) {
  const asked: string[] = [];
  const refused: string[] = [];
  const said: string[] = [];
  const prompter: Prompter = {
    text: async ({ message, initial, check }) => {
      const id = fieldOf(message, asked);
      asked.push(id);
      for (const text of tries[id] ?? [initial]) {
        if (text === 'LEAVE') throw new Left();
        const verdict = await check(text);
        if (verdict === true) return text;
        refused.push(`${id}: ${verdict}`);
      }
      throw new Left();
    },
    choose: async ({ message, initial }) => {
      const id = idOf(message);
      asked.push(id);
      return tries[id]?.[0] ?? initial;
    },
    confirm: async () => says,
    say: (lines) => void said.push(...lines),
  };
  return { prompter, asked, refused, said };
}

/** Both sides are asked for hosts and domains in the same words; the second time it is the target. */
function fieldOf(message: string, asked: readonly string[]): FieldId {
  const ids = fieldIds.filter((id) => profileFields[id].prompt === message);
  return ids.find((id) => !asked.includes(id)) ?? expect.fail(`asked too often: ${message}`);
}

const ask = async ({ prompter }: ReturnType<typeof person>, texts: ProfileTexts = {}, given: ProfileTexts = {}) =>
  askWith(prompter, {
    name: 'c2f',
    texts: { ...texts, ...given },
    given,
    finder: createTenantFinder(fakePorts({ fetch: metadata }).ports),
  });

describe('a new profile', () => {
  test('is asked for question by question; what follows from an answer is offered', async () => {
    const mia = person({
      sourceTenant: ['contoso.com'],
      sourceHosts: ['contoso.sharepoint.com'],
      targetTenant: ['fabrikam.com'],
      targetHosts: ['https://fabrikam.sharepoint.com'],
    });
    expect(await ask(mia)).toMatchObject({
      sourceTenant: contoso,
      sourceName: 'Contoso',
      sourceDomains: 'contoso.com',
      targetTenant: fabrikam,
      targetName: 'Fabrikam',
      targetHost: 'https://fabrikam-my.sharepoint.com',
      targetRule: '{name}@fabrikam.com',
      auth: 'browser',
      readOnly: 'no',
    });
    expect(mia.asked).not.toContain('targetOrgId');
    expect(mia.said.join('\n')).toMatch(/^Profile c2f$[\s\S]*Target host +https:\/\/fabrikam-my/m);
  });

  test('names the target by its organization id where no host is given', async () => {
    const mia = person({ targetHost: [''], targetOrgId: [fabrikam], targetLocation: ['FRA'] });
    expect(await ask(mia, pairTexts)).toMatchObject({ targetHost: '', targetOrgId: fabrikam, targetLocation: 'FRA' });
  });

  test('checks each answer at once, alone and beside the others', async () => {
    const mia = person({
      sourceTenant: ['', 'nobody.example', 'contoso', 'contoso.com'],
      targetTenant: ['contoso.com', 'fabrikam.com'],
      targetDomains: ['contoso.com', 'fabrikam.com'],
      targetHost: ['contoso.sharepoint.com', 'fabrikam.sharepoint.com'],
      sourceHosts: ['contoso.sharepoint.com'],
      window: ['at night', '22:00-06:00'],
    });
    expect(await ask(mia)).toMatchObject({ window: '22:00-06:00', sourceTenant: contoso });
    expect(mia.refused.map((one) => one.split('. ')[0])).toEqual([
      'sourceTenant: Source tenant is needed.',
      'sourceTenant: No tenant has the domain "nobody.example"',
      'sourceTenant: "contoso" is not a tenant id',
      'targetTenant: Source and target are the same tenant',
      'targetDomains: "contoso.com" is listed for both tenants',
      'targetHost: "https://contoso-my.sharepoint.com" is a host of the source tenant',
      'window: "at night" is not a start window',
    ]);
  });

  test('leaves out what flags gave', async () => {
    const mia = person({});
    await ask(mia, {}, { ...pairTexts, window: '22:00-06:00' });
    for (const id of [...Object.keys(pairTexts), 'window']) expect(mia.asked).not.toContain(id);
    expect(mia.asked).toContain('timeZone');
  });
});

describe('an old profile', () => {
  const texts = textsOfProfile(profileWith({ window: '22:00-06:00', budget: '300' }));

  test('is shown value by value, and stays as it is where Enter is pressed', async () => {
    expect(await ask(person({}), texts)).toMatchObject(texts);
  });

  test.each([
    { name: 'no rule and no host', more: { targetHost: '', targetRule: '' } },
    { name: 'an organization id', more: { targetHost: '', targetOrgId: fabrikam, targetLocation: 'FRA' } },
  ])('with $name stays as it is where Enter is pressed, and says nothing more', async ({ more }) => {
    const profile = profileWith(more);
    const mia = person({});
    expect(await ask(mia, wholeTextsOf(profile))).toMatchObject({ ...textsOfProfile(profile), ...more });
    expect(mia.refused).toEqual([]);
  });

  test('is asked for rare values where it has them', async () => {
    const mia = person({ window: [''] });
    expect(await ask(mia, texts)).toMatchObject({ window: '', budget: '300' });
    expect(mia.asked).toContain('budget');
    expect(mia.asked).not.toContain('maxPending');
  });
});

describe('an old profile that is turned into another one', () => {
  const byId = wholeTextsOf(profileWith({ targetHost: '', targetOrgId: fabrikam, targetLocation: 'FRA' }));
  const wingtip = 'https://wingtip-my.sharepoint.com';

  test('from an organization id with a location to a host', async () => {
    const mia = person({ targetHost: ['https://fabrikam-my.sharepoint.com'] });
    const turned = await ask(mia, byId);
    expect(turned).toMatchObject({ targetHost: 'https://fabrikam-my.sharepoint.com', targetOrgId: '' });
    expect({ refused: mia.refused, location: turned?.targetLocation }).toEqual({ refused: [], location: '' });
  });

  test('from an organization id with a location to neither', async () => {
    const mia = person({ targetOrgId: [''] });
    expect(await ask(mia, byId)).toMatchObject({ targetHost: '', targetOrgId: '', targetLocation: '' });
    expect(mia.refused).toEqual([]);
  });

  test('from one target to another, value by value; each is held to those before it', async () => {
    const mia = person({
      targetDomains: ['wingtip.com'],
      targetHosts: ['wingtip.sharepoint.com'],
      targetHost: ['https://fabrikam-my.sharepoint.com', wingtip],
      targetRule: ['{name}@fabrikam.com', '{name}@wingtip.com'],
    });
    expect(await ask(mia, pairTexts)).toMatchObject({ targetHost: wingtip, targetRule: '{name}@wingtip.com' });
    expect(mia.refused.map((one) => one.split(':')[0])).toEqual(['targetHost', 'targetRule']);
  });
});

test.each([
  { name: 'a no at the end', mia: person({}, false) },
  { name: 'leaving in the middle', mia: person({ targetRule: ['LEAVE'] }) },
])('$name gives nothing to save', async ({ mia }) => {
  expect(await ask(mia, pairTexts)).toBeNull();
});
