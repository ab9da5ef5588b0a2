import { parseArgv } from '../../../src/commands/parse.ts';
import { commands } from '../../../src/commands/table.ts';
import { sheetOptions } from '../../../src/commands/wave/sheet.ts';
import { findingsForFlags, typedFromFlags } from '../../../src/frontends/flags.ts';
import type { QuestionId } from '../../../src/plan/answers.ts';
import { commandFor } from '../../../src/plan/command.ts';
import type { Finding } from '../../../src/plan/finding.ts';
import { planFileOf, planFileText } from '../../../src/plan/plan-file.ts';
import { withProfile } from '../../../src/plan/profile-answers.ts';
import { withDefaults } from '../../../src/plan/progress.ts';
import { questionAt } from '../../../src/plan/questions.ts';
import { readPlanFile } from '../../../src/plan/read-plan-file.ts';
import type { Typed } from '../../../src/plan/typed.ts';
import { readSheet } from '../../../src/wave/csv/sheet.ts';
import { csvText } from '../../../src/wave/csv/write.ts';
import { begin } from '../../../src/wizard/machine.ts';
import type { State } from '../../../src/wizard/state.ts';
import { placeOf } from '../../../src/wizard/way-back.ts';
import { outcomeOf } from './outcome.ts';
import { clockOf, contextFor, type Outcome, type Story, saidByScripts, saidIn, sessionOf } from './story.ts';
import { statesOf } from './typed-text.ts';

type Texts = ReturnType<typeof saidByScripts>;
/** What a script comes to when it says these texts: its answers, and everything that is said about them. */
type Reading = { typed: Typed; findings: readonly Finding[] };

/** A story told at once; where its turns are refused, the script that ends there is refused too. */
async function atOnce(story: Story, read: (texts: Texts) => Promise<Reading> | Reading): Promise<Outcome> {
  const states = statesOf(story);
  const refusals: Record<number, ReturnType<typeof saidIn>> = {};
  for (const [index, turn] of story.turns.entries()) {
    const state = states[index + 1];
    if (!state || !turn.says?.length) continue;
    const { findings } = await read(saidByScripts(story, state, index + 1));
    refusals[index] = saidIn(findings.filter((finding) => isDue(finding, story, index)));
  }
  const last = states.at(-1);
  if (!last) throw new Error('A story without a state');
  const { typed, findings } = await read(saidByScripts(story, last));
  const errors = saidIn(findings);
  if (errors.length > 0) throw new Error(`The whole story is refused: ${JSON.stringify(errors)}`);
  return outcomeOf(story, begin(sessionOf(story), typed, clockOf(story)), refusals);
}

/** A script that ends there lacks the rest, and a rule fills it in; a person has not been asked for it yet. */
function isDue({ field, code }: Finding, { turns }: Story, index: number): boolean {
  if (turns[index]?.says?.includes(`${field} ${code}`)) return true;
  const isAhead = turns.findIndex(({ id }) => id === field) > index;
  return !isAhead && !code.endsWith('Missing');
}

const flagOf = (id: QuestionId): string => `--${questionAt(id).flag}`;

/** The same answers in two spellings: with arguments, and with nothing but flags, the other way round. */
function argvsOf(texts: Texts): string[][] {
  const all = Object.entries(texts) as [QuestionId, string][];
  const { type, source, ...rest } = texts;
  const flags = Object.entries(rest) as [QuestionId, string][];
  const positional = [type, source].filter((text) => text !== undefined);
  const isBare = type !== undefined && positional.every((text) => !text.startsWith('-'));
  const joined = all.reverse().map(([id, text]) => `${flagOf(id)}=${text}`);
  const apart = flags.flatMap(([id, text]) => (text.startsWith('-') ? [`${flagOf(id)}=${text}`] : [flagOf(id), text]));
  return [['migrate', ...joined], ...(isBare ? [['migrate', ...positional, ...apart]] : [])];
}

async function readArgv(story: Story, argv: readonly string[]): Promise<Reading> {
  const parsed = await parseArgv(argv, commands);
  if (parsed.kind !== 'run' || parsed.entry.name !== 'migrate')
    throw new Error(`The command line is not read: ${JSON.stringify([argv, parsed])}`);
  const context = contextFor(story);
  const given = typedFromFlags(parsed.raw.args, parsed.raw.flags);
  const typed = withDefaults(withProfile(given, context.profile, context), context);
  return { typed, findings: findingsForFlags(typed, context) };
}

export const byArgv = (story: Story): Promise<Outcome> =>
  atOnce(story, async (texts) => {
    const [first, ...others] = await Promise.all(argvsOf(texts).map((argv) => readArgv(story, argv)));
    if (!first || others.some((other) => JSON.stringify(other) !== JSON.stringify(first)))
      throw new Error('Arguments and flags are not read alike');
    return first;
  });

export const byCsvRow = (story: Story): Promise<Outcome> =>
  atOnce(story, (texts) => {
    const cells = Object.entries(texts).reverse();
    const text = csvText([cells.map(([id]) => id), cells.map(([, cell]) => cell)], ',');
    const given = { session: sessionOf(story), now: clockOf(story), flags: {}, isIdentityMap: false };
    const { rows } = readSheet(new TextEncoder().encode(text), sheetOptions(given));
    const [row] = rows;
    if (!row || rows.length !== 1) throw new Error(`The file has ${rows.length} rows`);
    return { typed: row.typed, findings: row.findings };
  });

function reviewed(story: Story): Extract<State, { status: 'reviewing' }> {
  const last = statesOf(story).at(-1);
  if (last?.status !== 'reviewing') throw new Error('The story does not lead to a request');
  return last;
}

/** The finished plan saved as a file, and read back. */
export async function byPlanFile(story: Story): Promise<Outcome> {
  const { typed, move, session } = reviewed(story);
  const head = {
    createdAt: new Date(clockOf(story)).toISOString(),
    version: '1.2.3',
    mode: session.mode,
    endpoint: session.endpoint,
    profile: session.profile,
    source: session.source,
    target: session.target,
    timeZone: session.zone,
    change: session.change,
  };
  const read = readPlanFile(planFileText(planFileOf(head, [{ row: 1, line: null, typed, move, dryRun: null }])));
  if (!read.ok) throw new Error(`The plan file is not read: ${JSON.stringify(read.error)}`);
  const [row] = read.value.rows;
  if (!row) throw new Error('The plan file has no row');
  const state = begin(session, row.typed, clockOf(story));
  return { ...outcomeOf(story, state, {}), planId: row.move.id };
}

/** The finished plan as the command that screens and lines show, typed into a shell a day later in another zone. */
export async function byPrintedCommand(story: Story): Promise<Outcome> {
  const { typed, session } = reviewed(story);
  const later: Story = { ...story, now: clockOf(story) + 86_400_000, zone: 'Asia/Tokyo' };
  const read = await readArgv(later, commandFor(typed, placeOf(session)));
  return outcomeOf(story, begin(session, read.typed, clockOf(story)), {});
}
