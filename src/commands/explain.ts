import { besides } from '../frontends/layout.ts';
import { createOutput, documentOf, noFace } from '../frontends/output.ts';
import type { NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { allEntries, type CatalogueEntry, lookUp } from '../problems/look-up.ts';
import { foreignText } from '../problems/secrets.ts';
import type { Raw } from './command.ts';

const most = 5;

/** What an error means and what to do, offline. */
export async function run(raw: Raw, { streams, clock }: Ports): Promise<number> {
  const output = createOutput({ json: raw.flags.json === true, events: raw.flags.events === true, streams });
  const text = raw.args.join(' ').trim();
  const entries = text === '' ? allEntries() : lookUp(text).slice(0, most);
  const width = Math.max(40, (streams.out.columns || 80) - 1);
  if (entries.length === 0) output.text(unknownLines(text));
  else if (text === '') output.text(listLines(entries, width));
  else output.text(entries.flatMap((entry, index) => [...(index > 0 ? [''] : []), ...entryLines(entry, width)]));
  const [entry = null] = entries;
  output.finish(
    documentOf('explain', 0, noFace, {
      asked: foreignText(text, 1_000),
      entry,
      entries,
      next: entry?.next ?? [seeAll],
    }),
    clock.now(),
  );
  return 0;
}

const seeAll: NextStep = { do: 'See every code there is.', who: 'you', command: 'crossorg explain' };

const unknownLines = (text: string): string[] => [
  `Nothing is known about: ${foreignText(text, 100)}`,
  'Give an error code, such as MnAOdbUsersAreNotLicensed, a status such as 403, or the text of the error.',
  'crossorg explain alone lists every code.',
];

const listLines = (entries: readonly CatalogueEntry[], width: number): string[] =>
  entries.flatMap(({ code, what }) => [code, ...besides('', what, { column: 2, width })]);

function entryLines({ code, about, what, why, next, link }: CatalogueEntry, width: number): string[] {
  const row = (label: string, text: string) => besides(label, text, { column: 8, width });
  return [
    about === 'other API' ? `${code}  (of another API)` : code,
    ...row('What', what),
    ...row('Why', why),
    ...next.flatMap(({ do: todo, who, command }) => [
      ...row('Next', who === 'you' || who === 'nobody' ? todo : `${todo} (${who})`),
      ...(command === undefined ? [] : row('', command)),
    ]),
    ...(link === null ? [] : row('Link', link)),
  ];
}
