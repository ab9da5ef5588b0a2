import { expect } from 'vitest';
import { type Turn, talk, test } from './dialogue.ts';

const answers: readonly Turn[] = [
  ['Which tenant do moves start in', 'contoso'],
  ['is not a tenant id', '4c1e0000-0000-4000-8000-000000009a02'],
  ['What do people call the source tenant', 'Contoso'],
  ['Which domains', 'contoso.com'],
  ['Which SharePoint hosts', 'https://contoso.sharepoint.com'],
  ['Which tenant do moves go to', '78d010af-72cb-412f-8779-18ce9b5f553b'],
  ['What do people call the target tenant', 'Fabrikam'],
  ['Which domains', 'fabrikam.com'],
  ['Which SharePoint hosts', 'https://fabrikam.sharepoint.com'],
  ['Which -my host', ''],
  ['How does a target name follow', ''],
  ['Between which times', 'clear'],
  ['In which time zone', ''],
  ['How does it sign in', '9'],
  ['There is no choice 9.', ''],
  ['Which app signs in to the source', '0f1e2d3c-0000-4000-8000-000000000001'],
  ['looking and checking only', ''],
];

test('a profile is made line by line, and is a place afterwards', async ({ line }) => {
  const { transcript } = await talk(
    line,
    ['--line'],
    [
      ['Place.', 'new profile'],
      ['Name of the new profile', 'c2f'],
      ...answers,
      ['Save it? Type yes', 'yes'],
      ['1. c2f, LIVE. From Contoso to Fabrikam.', 'about 1'],
      ['Place.', 'edit 1'],
      ['Which tenant do moves start in', 'quit'],
      ['Place.', 'quit'],
    ],
  );
  expect(transcript.match(/^Line mode on/gm)).toHaveLength(1);
  expect(transcript).toContain('Nothing was saved.');
});

test('the end of the input saves no profile', async ({ line }) => {
  const { told } = await talk(line, ['profile', 'new', 'c2f', '--line'], [...answers, ['Save it? Type yes', null]]);
  expect(told.exitCode).not.toBe(0);
  const { out } = await line.run(['profile', 'list', '--json']);
  expect(JSON.parse(out).profiles).toEqual([]);
});
