import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import { err, ok, type Result } from '../../plan/result.ts';
import { closest } from '../closest.ts';
import type { Raw } from '../command.ts';
import { type Settings, textFlag } from '../settings.ts';

export type ReportFormat = 'md' | 'csv' | 'json' | 'html';

/** What the flags of `report` ask for. Without `out` the report goes to standard output. */
export type Wanted = { format: ReportFormat; out: string | null; people: string | null; force: boolean };

const names: Readonly<Record<string, ReportFormat>> = {
  md: 'md',
  markdown: 'md',
  csv: 'csv',
  json: 'json',
  html: 'html',
  htm: 'html',
};

const formatOf = (name: string): ReportFormat | null => {
  const known = name.trim().toLowerCase();
  return Object.hasOwn(names, known) ? (names[known] ?? null) : null;
};

export function readWanted(raw: Raw, { json, events }: Pick<Settings, 'json' | 'events'>): Result<Wanted, Finding> {
  const [given, out, people] = [textFlag(raw, 'format'), textFlag(raw, 'out'), textFlag(raw, 'people')];
  if (out !== null && out === people) return err(sameFile(out));
  const isData = json || events;
  const format = given === null ? formatByName(out, isData) : formatOf(given);
  if (format === null) return err(given === null ? endingUnknown(out ?? '') : formatUnknown(given));
  if (isData && out === null && format !== 'json') return err(twoFormats(format));
  return ok({ format, out, people, force: raw.flags.force === true });
}

const formatByName = (out: string | null, isData: boolean): ReportFormat | null =>
  out === null ? (isData ? 'json' : 'md') : formatOf(/\.([a-z]+)$/i.exec(out)?.[1] ?? '');

const usage = (words: Pick<Finding, 'code' | 'what' | 'why'> & { next: string }, meant?: string): Finding =>
  finding({ field: 'command', ...words }, { from: 'input', ...(meant === undefined ? {} : { suggestion: meant }) });

const formatUnknown = (given: string): Finding =>
  usage(
    {
      code: 'formatUnknown',
      what: `${quoted(given)} is not a form a report can have.`,
      why: 'A report is Markdown, CSV, JSON or an HTML page.',
      next: 'Write --format md, --format csv, --format json or --format html.',
    },
    closest(given, Object.values(names)),
  );

const endingUnknown = (out: string): Finding =>
  usage({
    code: 'formatNotNamed',
    what: `The name ${quoted(out)} does not say which form the report is to have.`,
    why: 'The form follows from the ending: .md, .csv, .json or .html.',
    next: 'Give the file one of these endings, or add --format.',
  });

const twoFormats = (format: string): Finding =>
  usage({
    code: 'formatWithJson',
    what: `--format ${format} and the JSON output both want standard output.`,
    why: 'With --json or --events there is nothing but JSON on it.',
    next: `Leave one of them out, or add --out FILE.${format} for the report.`,
  });

const sameFile = (path: string): Finding =>
  usage({
    code: 'sameFile',
    what: `--out and --people both name ${quoted(path)}.`,
    why: 'The second one would overwrite the first.',
    next: 'Give them different names.',
  });
