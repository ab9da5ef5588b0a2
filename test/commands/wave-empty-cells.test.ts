import { expect, test } from 'vitest';
import { sheetOptions } from '../../src/commands/wave/sheet.ts';
import { typedFromFlags } from '../../src/frontends/flags.ts';
import { readSheet } from '../../src/wave/csv/sheet.ts';
import { fabrikam, profileWith } from '../support/profiles.ts';
import { noon, session } from '../support/session.ts';

const saved = profileWith({ targetHost: '', targetOrgId: fabrikam, targetLocation: 'FRA', window: '22:00-06:00' });
const file = ['type,source,targetLocation,latestStart', 'user,dana@contoso.com,,', 'user,sam@contoso.com,NAM,'].join(
  '\n',
);

const cells = [
  { name: 'takes what the profile says', flags: {}, locations: ['FRA', 'NAM'], hasLatestStart: true },
  {
    name: 'takes what a flag says, above the profile',
    flags: { targetLocation: 'GBR' },
    locations: ['GBR', 'NAM'],
    hasLatestStart: true,
  },
  {
    name: 'leaves out what a flag with nothing behind it leaves out',
    flags: { targetLocation: '', latestStart: '' },
    locations: ['unset', 'NAM'],
    hasLatestStart: false,
  },
];

test.each(cells)('an empty cell of a wave $name', ({ flags, locations, hasLatestStart }) => {
  const given = typedFromFlags([], flags);
  const options = sheetOptions({ session: { ...session, saved }, now: noon, flags: given, isIdentityMap: false });
  const { rows } = readSheet(new TextEncoder().encode(file), options);
  expect(rows.map(({ plan }) => plan !== null)).toEqual([true, true]);
  expect(rows.map(({ known }) => known.targetLocation)).toEqual(locations);
  expect(rows.map(({ known }) => typeof known.latestStart === 'number')).toEqual([hasLatestStart, hasLatestStart]);
});
