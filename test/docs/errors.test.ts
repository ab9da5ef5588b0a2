import { expect, test } from 'vitest';
import { allEntries, type CatalogueEntry } from '../../src/problems/look-up.ts';

const people = (entry: CatalogueEntry): string[] =>
  entry.next.map(
    ({ do: todo, who, command }) =>
      `- ${todo}${who === 'you' ? '' : ` *(${who})*`}${command ? `\n  \`${command}\`` : ''}`,
  );

const section = (entry: CatalogueEntry): string =>
  [
    `### ${entry.code}`,
    '',
    entry.what,
    '',
    entry.why,
    '',
    ...people(entry),
    ...(entry.link ? ['', entry.link] : []),
  ].join('\n');

const chapters: readonly { about: CatalogueEntry['about']; title: string }[] = [
  { about: 'service', title: 'From the migration service' },
  { about: 'signIn', title: "From Microsoft's sign-in" },
  { about: 'network', title: 'On the way to it' },
  { about: 'crossorg', title: 'From crossorg' },
  { about: 'other API', title: "From Microsoft's other migration API" },
];

test('the page of errors says what the catalogue says; write it anew with: npx vitest run test/docs --update', async () => {
  const chapterTexts = chapters.map(({ about, title }) =>
    [
      `## ${title}`,
      ...allEntries()
        .filter((entry) => entry.about === about)
        .map(section),
    ].join('\n\n'),
  );
  const page = ['# Errors', 'What they mean and what to do, as `crossorg explain` says it.', ...chapterTexts].join(
    '\n\n',
  );
  await expect(`${page}\n`).toMatchFileSnapshot('../../docs/errors.md');
});
