import { documentOf, nextSteps, uniqueSteps } from '../../frontends/output.ts';
import { moves } from '../../frontends/report/words.ts';
import type { Finding } from '../../plan/finding.ts';
import { exitCodeForFindings, exits } from '../../problems/exit.ts';
import type { Ledger } from '../../store/ledger.ts';
import { inPlace } from '../../wizard/in-place.ts';
import { commandLine } from '../../wizard/way-back.ts';
import type { Console } from '../console.ts';
import type { AroundRuns } from '../runs.ts';
import { textFlag } from '../settings.ts';
import { placeIn } from './find.ts';
import { type Judged, judgeRun } from './prune-judge.ts';
import { notConfirmed, olderMissing, olderUnreadable, readAge, runsText, wrongCount } from './prune-words.ts';

type Removal = Extract<Judged, { do: 'remove' }>;
type Kept = Extract<Judged, { do: 'keep' }>;

/**
 * Removes the records of runs that ended long ago. The small lock files of sources stay: another process may have opened
 * one in this very moment, and with the file gone two of them could submit the same source. They hold no names.
 */
export async function pruneRuns(around: AroundRuns): Promise<number> {
  const { raw, settings, console, ledger, now } = around;
  const place = placeIn(settings);
  const older = textFlag(raw, 'older');
  const ageMs = older === null ? null : readAge(older);
  if (older === null || ageMs === null)
    return console.fail([older === null ? olderMissing : olderUnreadable(older)], place);
  const before = now - ageMs;
  const judged = await judgeAll(ledger, before);
  const going = judged.filter((one): one is Removal => one.do === 'remove');
  const kept = judged.filter((one): one is Kept => one.do === 'keep');
  if (going.length > 0) {
    const refused = await confirm(going, older.trim(), around);
    if (refused !== null) return console.fail([refused], place);
  }
  return finish(await removeAll(ledger, going, before), kept, around);
}

async function judgeAll(ledger: Ledger, before: number): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { runId } of await ledger.list()) {
    const one = await judgeRun(ledger, runId, before);
    if (one !== null) judged.push(one);
  }
  return judged;
}

/** Null when the number of runs was typed, or given. */
async function confirm(
  going: readonly Removal[],
  older: string,
  { raw, settings, console }: AroundRuns,
): Promise<Finding | null> {
  const count = going.length;
  const command = commandLine(placeIn(settings), 'runs', 'prune', '--older', older, '--confirm', `${count}`);
  const given = textFlag(raw, 'confirm');
  if (given === null && !settings.mayAsk) return notConfirmed(count, command);
  if (console.output.format === 'text') console.output.notice(whatGoes(going, older));
  const word = given ?? (await askToRemove(count, console));
  if (word === null) return notConfirmed(count, command);
  return word.trim() === `${count}` ? null : wrongCount(count, command);
}

function whatGoes(going: readonly Removal[], older: string): string[] {
  const [newest, oldest] = [going[0]?.runId, going.at(-1)?.runId];
  const held = going.reduce((sum, one) => sum + one.moves, 0);
  const which = newest === oldest ? newest : `${oldest} to ${newest}`;
  return [
    `${runsText(going.length)} ended more than ${older} ago: ${which}, with ${moves(held)}.`,
    'With them go from this computer: the names and addresses of people, sites and groups on both sides, who confirmed',
    'the moves and on which computer, findings, and the ids of tasks and requests.',
    'Nothing changes in the service. No report can be written of these runs afterwards.',
  ];
}

const askToRemove = (count: number, console: Console): Promise<string | null> =>
  console.ask(`Remove ${runsText(count)} from this computer? Type ${count} to remove, or press Enter to stop:`);

type Done = Judged & { removed: boolean; finding?: Finding | null };

/** Each one is looked at once more: a confirmation takes time, and a run may have been gone on with meanwhile. */
async function removeAll(ledger: Ledger, going: readonly Removal[], before: number): Promise<Done[]> {
  const done: Done[] = [];
  for (const { runId } of going) {
    const again = await judgeRun(ledger, runId, before);
    if (again?.do !== 'remove') {
      done.push(again === null ? { ...changed(runId), removed: false } : { ...again, removed: false });
      continue;
    }
    const removed = await ledger.remove(runId);
    done.push({ ...again, removed: removed.ok, finding: removed.ok ? null : removed.error });
  }
  return done;
}

const changed = (runId: string): Kept => ({
  do: 'keep',
  runId,
  why: 'it was gone on with in this moment',
  next: [],
  finding: null,
});

function finish(done: readonly Done[], kept: readonly Kept[], { console, settings, now }: AroundRuns): number {
  const place = placeIn(settings);
  const all: Done[] = [...done, ...kept.map((one) => ({ ...one, removed: false }))];
  const findings = inPlace(
    all.flatMap(({ finding }) => (finding ? [finding] : [])),
    place,
  );
  const removed = all.filter((one) => one.removed).length;
  const left = all.filter((one) => !one.removed);
  const { output } = console;
  output.text([
    removed === 0 ? 'No run was removed.' : `Removed: ${runsText(removed)}.`,
    ...left.map((one) => `Kept: ${one.runId}, because ${whyKept(one)}.`),
  ]);
  console.findings(findings);
  const steps = left.flatMap((one) => (one.do === 'keep' ? one.next : []));
  console.steps(uniqueSteps(steps));
  const exitCode = exitCodeOf(done);
  const runs = all.map((one) => ({
    run: one.runId,
    removed: one.removed,
    why: one.removed ? null : whyKept(one),
  }));
  const body = { runs, removed, findings, next: uniqueSteps([...steps, ...nextSteps(findings)]) };
  output.finish(documentOf('prune', exitCode, place, { ...body, timeZone: settings.zone }), now);
  return exitCode;
}

const whyKept = (one: Done): string => (one.do === 'keep' ? one.why : 'another crossorg is working on it');

/** Runs that may not go are no failure; one that could not be removed is. */
function exitCodeOf(done: readonly Done[]): number {
  const failed = done.flatMap(({ removed, finding }) => (removed || !finding ? [] : [finding]));
  if (failed.length === 0) return exits.done;
  return failed.length < done.length ? exits.mixed : exitCodeForFindings(failed);
}
