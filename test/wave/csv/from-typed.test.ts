import { expect, test } from 'vitest';
import { typedAsCsv } from '../../../src/wave/csv/from-typed.ts';
import { findingsIn, read } from './reading.ts';

const host = 'https://fabrikam-my.sharepoint.com';
const org = '78d010af-72cb-412f-8779-18ce9b5f553b';

const file = [
  'type,source,target,targetHost,targetOrgId,targetLocation,start,latestStart,sourceUpn',
  `user,ana@contoso.com,ana@fabrikam.com,${host},,,sat 22:00,sun 06:00,`,
  `user,3ed6d46d-13a3-4995-b6ea-a74a20b1fac0,bo@fabrikam.com,,${org},FRA,,,bo@contoso.com`,
  `site,https://contoso.sharepoint.com/sites/IT,https://fabrikam.sharepoint.com/sites/IT,${host},,,+3h,,`,
  `group,finance-eu,finance-eu,${host},,,now,,`,
].join('\n');

test('rows written from what was said for them are the same moves when they are read again', () => {
  const { rows } = read(file, { flags: { latestStart: 'mon 06:00' } });
  const text = typedAsCsv(rows);
  const again = read(text, { zone: 'America/New_York' });
  expect(findingsIn(again).map(({ code }) => code)).toEqual(['identitiesMixed']);
  expect(again.rows.map(({ plan }) => plan)).toEqual(rows.map(({ plan }) => plan));
  expect(rows.every(({ plan }) => plan !== null)).toBe(true);
});

test('what nobody said makes no column', () => {
  const { rows } = read(`type,source,target,targetHost\nuser,ana@contoso.com,ana@fabrikam.com,${host}`);
  expect(typedAsCsv(rows)).toBe(
    `\ufefftype,source,target,targetHost\r\nuser,ana@contoso.com,ana@fabrikam.com,${host}\r\n`,
  );
});
