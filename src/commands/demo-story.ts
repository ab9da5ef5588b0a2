import { drive } from '../frontends/drive.ts';
import { nextForFlags } from '../frontends/flags.ts';
import { migrateDocument } from '../frontends/migrate-document.ts';
import { exitCodeOf } from '../frontends/migrate-exit.ts';
import type { Output } from '../frontends/output.ts';
import { placeLine, progressLine } from '../frontends/plain-lines.ts';
import { findingLines } from '../frontends/print-findings.ts';
import type { QuestionId } from '../plan/answers.ts';
import type { Finding } from '../plan/finding.ts';
import { questionAt } from '../plan/questions.ts';
import { utcTime } from '../plan/schedule.ts';
import type { Ports } from '../ports/ports.ts';
import { createRuntime, type Runtime } from '../runtime.ts';
import type { WorldStore } from '../store/world-store.ts';
import type { Happening } from '../wizard/event.ts';
import type { DryRunReport, State } from '../wizard/state.ts';
import { createConsole } from './console.ts';
import { firstStep } from './engine.ts';
import { emitEvents, emitStep } from './events.ts';
import type { Opened } from './session.ts';
import type { Settings } from './settings.ts';
import { embeddedIn, openWorld } from './simulator-session.ts';
import { stopper } from './stopper.ts';

/** Two simulated minutes a second: a move of half an hour takes a quarter of a minute. */
const speed = 120;

/** What is answered, in order. The first answer about the target cannot be read, and is mended. */
const answers: readonly [QuestionId, string][] = [
  ['type', 'user'],
  ['source', 'dana@contoso.com'],
  ['target', 'dana.fabrikam.com'],
  ['target', 'dana@fabrikam.com'],
  ['targetBy', 'host'],
  ['targetHost', 'fabrikam-admin.sharepoint.com'],
  ['start', 'now'],
  ['latestStart', '+8h'],
];

/** One whole move in plain lines: findings, their fixes, a clean dry run, the submission, and live status to the end. */
export async function tellDemo(settings: Settings, ports: Ports): Promise<number> {
  const embedded = embeddedIn(memory(), ports, 'licence-missing', speed);
  const opened = openWorld({
    settings,
    ports,
    options: { heldBy: 'name', ledgerFolder: ['simulator', 'demo'] },
    embedded,
    close: () => undefined,
  });
  const console = createConsole(settings, ports);
  const { output } = console;
  const end = stopper({ ports, timeoutMs: null });
  const faults: unknown[] = [];
  const runtime = createRuntime(firstStep(opened, {}), emitEvents(opened.services, output, opened.session), (fault) => {
    faults.push(fault);
    end.stop('fault');
  });
  const say: Say = (text) => output.text(text);
  const show: Show = (finding) => output.text(findingLines(finding, { width: 79, ascii: settings.ascii }));
  say('crossorg demo: one move on the simulator, from the first question to the end. Nothing leaves this computer.');
  say(placeLine(opened.session));
  await answerAll(runtime, say, show);
  const told = tellChanges(runtime, { say, show, output }, opened);
  await drive(runtime, nextInDemo, end.ended);
  end.close();
  if (faults.length > 0) throw faults[0];
  await runtime.stop();
  const state = runtime.state();
  if ('followed' in state) await opened.services.ledger.remove(state.followed.runId);
  const ended = { isStopped: end.reason() === 'signal', report: told.report, at: opened.services.clock.now() };
  return finish(state, ended, output);
}

type Say = (text: string) => void;
type Show = (finding: Finding) => void;

async function answerAll(runtime: Runtime, say: Say, show: Show): Promise<void> {
  say('');
  for (const [id, text] of answers) {
    const { label, prompt } = questionAt(id);
    const state = runtime.state();
    const known = { type: 'user' as const };
    say(`${prompt(known)} ${label(known)}: ${text === '' ? 'none' : text}`);
    runtime.dispatch({ type: 'answered', id, text, origin: 'typed' });
    const after = runtime.state();
    if (after.status === 'asking' && after.at === id) for (const finding of ofField(after.findings, id)) show(finding);
    else if (state.status === 'asking' && state.at !== id) throw new Error(`The demo answered ${id} out of turn`);
  }
  const after = runtime.state();
  if (after.status === 'reviewing') for (const finding of after.findings) show(finding);
}

const ofField = (findings: readonly Finding[], id: QuestionId): Finding[] =>
  findings.filter(({ field }) => field === id);

/** A refused dry run is repeated: by then the simulated admin has done what was missing. */
function nextInDemo(state: State): Happening | 'wait' | 'stop' {
  if (state.status === 'dryRunDone' && !state.report.clean) return { type: 'dryRunAsked' };
  return nextForFlags(state, { dryRun: false, word: 'yes', watch: true });
}

type Teller = { say: Say; show: Show; output: Output };

/** A line for each change; keeps the last dry run for the end. */
function tellChanges(runtime: Runtime, { say, show, output }: Teller, { services }: Opened): Told {
  const told: Told = { report: null };
  let before = runtime.state();
  runtime.subscribe(() => {
    const after = runtime.state();
    const now = services.clock.now();
    const line = progressLine(before, after);
    emitStep(output, before, after, now);
    if (after.status === 'dryRunDone') told.report = after.report;
    if (line !== null) say(`${utcTime(now)}  ${line}`);
    if (before.status !== after.status && after.status === 'dryRunDone' && !after.report.clean) {
      for (const finding of after.report.findings) if (finding.severity === 'error') show(finding);
      say('The simulated licence admin assigns the licence. The dry run is sent again.');
    }
    if (after.status === 'confirming' && before.status !== 'confirming') say('Confirmation: the word yes is typed.');
    before = after;
  });
  return told;
}

type Told = { report: DryRunReport | null };
type Ended = Told & { isStopped: boolean; at: number };

function finish(state: State, { isStopped, report, at }: Ended, output: Output): number {
  const exitCode = isStopped ? 130 : exitCodeOf(state, { watched: true });
  if (state.status === 'finished') {
    output.text('');
    output.text('That was a whole move. In a terminal, crossorg demo opens the wizard and lets you do it yourself.');
  }
  const next = exitCode === 0 ? [] : [tellAgain];
  if (exitCode !== 0 && output.format === 'text') output.notice(`${tellAgain.do} ${tellAgain.command}`);
  output.finish({ ...migrateDocument(state, { kind: 'demo', exitCode, report }), next }, at);
  return exitCode;
}

const tellAgain = {
  do: 'The story has not come to its end. Its move was made up, and nothing is left of it. Tell it again:',
  who: 'you',
  command: 'crossorg demo',
};

/** The story's world is its own: it neither reads nor leaves anything. */
function memory(): WorldStore {
  let kept: string | null = null;
  return {
    exclusively: (work) => {
      const { text, value } = work(kept);
      kept = text;
      return value;
    },
  };
}
