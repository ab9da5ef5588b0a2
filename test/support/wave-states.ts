import { finding } from '../../src/plan/finding.ts';
import { type Typed, typedAs } from '../../src/plan/typed.ts';
import type { Task } from '../../src/tasks/task.ts';
import { readSheet } from '../../src/wave/csv/sheet.ts';
import type { SubmitOutcome } from '../../src/wizard/event.ts';
import { fileOf, linesOfSheet } from '../../src/wizard/wave/from-sheet.ts';
import { readyLines } from '../../src/wizard/wave/lines.ts';
import { beginWave, updateWave } from '../../src/wizard/wave/update.ts';
import type { WaveEffect, WaveEvent, WaveHappening } from '../../src/wizard/wave/wave-event.ts';
import type { LineCheck, WaveLine, WaveState } from '../../src/wizard/wave/wave-state.ts';
import { context, noon, session } from './session.ts';
import { aFinding } from './states.ts';
import { aTask } from './tasks.ts';

const host = { text: 'https://fabrikam-my.sharepoint.com', origin: 'flag' as const };
const runId = 'r-20261205-120000-7f3a';
export const minuteMs = 60_000;

/** A file as it would be read from disk; targets that it leaves out are made by a rule. */
export function readWave(text: string, name = 'wave-2.csv', more: { isMended?: boolean } = {}): WaveState {
  const complete = (given: Typed): Typed => {
    const base: Typed = { targetHost: host, ...given };
    const source = base.source?.text ?? '';
    const isNamed = base.target !== undefined || !source.includes('@');
    return isNamed ? base : { ...base, ...typedAs('rule', { target: `${source.split('@')[0]}@fabrikam.com` }) };
  };
  const sheet = readSheet(new TextEncoder().encode(text), { context, complete });
  return beginWave(session, fileOf(sheet, name, more.isMended ?? false), linesOfSheet(sheet, session));
}

const names = ['ana', 'bo', 'dana', 'lee', 'omar', 'priya', 'sam', 'kim', 'mia', 'noor', 'tom', 'uma'];
const nameAt = (at: number): string =>
  `${names[at % names.length]}${at < names.length ? '' : Math.floor(at / names.length)}`;

/** A valid file of so many rows: mostly people, some sites and groups. */
export function csvOf(rows: number, { latest = true }: { latest?: boolean } = {}): string {
  const end = latest ? ',2026-12-05T22:00Z,2026-12-06T06:00Z' : ',,';
  const lines = Array.from({ length: rows }, (_, at) => {
    const name = nameAt(at);
    if (at % 10 === 8)
      return `site,https://contoso.sharepoint.com/sites/${name},https://fabrikam.sharepoint.com/sites/${name}${end}`;
    if (at % 10 === 9) return `group,${name}-eu,${name}-eu${end}`;
    return `user,${name}@contoso.com,${name}@fabrikam.com${end}`;
  });
  return ['type,source,target,start,latestStart', ...lines].join('\n');
}

/** A file with something of each kind that is wrong. */
const broken = [
  'type,source,target,start,latestStart',
  'user,ana@contoso.com,ana@fabrikam.com,,',
  'user,"omar@contoso",omar@fabrikam.com,,',
  'Usr,bo@contoso.com,bo@fabrikam.com,,',
  'user,kim@contoso.com,ana@fabrikam.com,,',
  'user,lee@contoso.com,,2026-12-05T22:00Z,2026-12-05T21:00Z',
  'site,https://contoso.sharepoint.com/sites/IT,https://fabrikam.sharepoint.com/sites/IT,,',
  'user,sam@contoso.com,sam@fabrikam.com,tomorow 18:00,',
].join('\n');

const cleanOf = ({ move }: WaveLine, at: number): LineCheck => ({
  planId: move?.id ?? '',
  clean: { planId: move?.id ?? '', at, status: 'completed', requestId: 'q-1', clientRequestId: 'c-1' },
  findings: [],
  at,
});

const badOf = (line: WaveLine, at: number, found: Parameters<typeof aFinding>[0]): LineCheck => ({
  ...cleanOf(line, at),
  clean: null,
  findings: [aFinding({ from: 'service', ...found })],
});

const licence = {
  field: 'licence' as const,
  next: [{ do: 'Assign it to one of the two.', who: 'licence admin' as const }] as const,
};
const taken = {
  field: 'target' as const,
  code: 'MnASiteMoveTargetUrlHasWriteConflict',
  what: 'A site already exists at the target.',
  why: 'Moves never merge into an existing OneDrive.',
  next: [{ do: 'Ask for that address to be looked at.', who: 'target admin' as const }] as const,
};

/** What the dry runs of a wave come to: every ninth row has no licence, every fifteenth a target that is taken. */
function checkOf(line: WaveLine, at: number): LineCheck {
  if (line.row % 9 === 0) return badOf(line, at, licence);
  return line.row % 15 === 0 ? badOf(line, at, taken) : cleanOf(line, at);
}

/** The task of a row in a state. */
export function taskFor({ row }: WaveLine, state: Task['state'], at: number): Task {
  const id = `3ed6d46d-13a3-4995-b6ea-${String(row).padStart(12, '0')}`;
  const isFinal = state === 'completed' || state === 'failed' || state === 'cancelled';
  return aTask({
    id,
    state,
    rawStatus:
      { queued: 'notStarted', running: 'inProgress', completed: 'completed', failed: 'failed' }[state as 'queued'] ??
      state,
    final: isFinal,
    startedAt: state === 'queued' ? null : at - 10 * minuteMs,
    updatedAt: at,
    finishedAt: isFinal ? at : null,
    error:
      state === 'failed'
        ? { code: 'MnASiteMoveTargetUrlHasWriteConflict', message: 'A site exists there.', target: null, details: [] }
        : null,
  });
}

const accepted = (line: WaveLine, at: number): SubmitOutcome => ({
  result: 'accepted',
  runId,
  row: line.row,
  task: taskFor(line, 'queued', at),
  at,
  findings: [],
});

const refused: SubmitOutcome = { result: 'rejected', runId, findings: [aFinding({ from: 'service', ...licence })] };

const trustGone = finding(
  {
    field: 'trust',
    code: 'MnATrustNoSetupForPartner',
    what: 'The two tenants do not trust each other any more.',
    why: 'The target took back the relationship, and every row needs it.',
    next: [{ do: 'Set the trust up again, then go on.', who: 'target admin' }],
  },
  { from: 'service' },
);

type Told = WaveHappening | ((state: WaveState) => WaveHappening);

/** What comes of a story, each part told so many minutes after noon. */
function toldWave(first: WaveState, ...story: readonly (Told | readonly [Told, minutes: number])[]): WaveState {
  let state = first;
  for (const part of story) {
    const [one, minutes] = Array.isArray(part) ? (part as readonly [Told, number]) : [part as Told, 0];
    const happening = typeof one === 'function' ? one(state) : one;
    state = updateWave(state, { ...happening, at: noon + minutes * minuteMs } as WaveEvent).state;
  }
  return state;
}

const effectOf = (state: WaveState): number => ('waitingFor' in state ? (state.waitingFor ?? 0) : 0);

const checked = (state: WaveState): WaveHappening => ({
  type: 'rowsChecked',
  effect: effectOf(state),
  checks: new Map(state.lines.filter(({ move }) => move !== null).map((line) => [line.row, checkOf(line, noon)])),
});

const allClean = (state: WaveState): WaveHappening => ({
  type: 'rowsChecked',
  effect: effectOf(state),
  checks: new Map(state.lines.map((line) => [line.row, cleanOf(line, noon)])),
});

const checkEnded = (state: WaveState): WaveHappening => ({
  type: 'checkEnded',
  effect: effectOf(state),
  breaker: null,
});
const opened = (state: WaveState): WaveHappening => ({ type: 'runOpened', effect: effectOf(state), runId });
const confirmed = (state: WaveState): WaveHappening => ({ type: 'confirmed', word: String(readyLines(state).length) });

/** The first rows of those that are ready are answered; every twelfth is refused. */
const sent =
  (count: number) =>
  (state: WaveState): WaveHappening => ({
    type: 'rowsSent',
    effect: effectOf(state),
    outcomes: new Map(
      readyLines(state)
        .slice(0, count)
        .map((line) => [line.row, line.row % 12 === 0 ? refused : accepted(line, noon)]),
    ),
  });

const ended =
  (reason: 'done' | 'stopped' | 'breaker') =>
  (state: WaveState): WaveHappening => ({
    type: 'submitEnded',
    effect: effectOf(state),
    runId,
    reason,
    finding: reason === 'breaker' ? trustGone : null,
  });

/** Tasks by their row: most are completed, some fail, some run, some wait. */
const stateAt = (row: number): Task['state'] =>
  row % 13 === 0 ? 'failed' : row % 5 === 0 ? 'queued' : row % 7 === 0 ? 'running' : 'completed';

const seen =
  (stateOf: (row: number) => Task['state'], minutes: number) =>
  (state: WaveState): WaveHappening => ({
    type: 'rowsSeen',
    effect: effectOf(state),
    seen: new Map(
      state.lines
        .filter(({ task }) => task !== null)
        .map((line) => {
          const next = stateOf(line.row);
          const at = noon + (minutes - (line.row % 9)) * minuteMs;
          return [line.row, { task: taskFor(line, next, next === 'queued' ? noon : at), trouble: null }];
        }),
    ),
  });

const lookedAt = (minutes: number): readonly [Told, number] => [seen(stateAt, minutes), minutes];

const reading = readWave(csvOf(48));
const checking: readonly Told[] = [{ type: 'checkAsked' }];
const toChecked: readonly Told[] = [...checking, checked, checkEnded];
const toConfirm: readonly Told[] = [...toChecked, { type: 'confirmationOpened' }];
const toSend: readonly Told[] = [...toConfirm, confirmed, opened];
const allSent: readonly Told[] = [...toSend, sent(48), ended('done')];

/** One state of every status, and of what is told apart within one. */
export const waveStates = {
  'reading, nothing wrong': reading,
  'reading, no latest start': readWave(csvOf(48, { latest: false })),
  'reading, problems': readWave(broken),
  'reading, mended': readWave(broken.replace('omar@contoso"', 'omar@contoso.com"'), 'wave-2.csv', { isMended: true }),
  'reading, nothing ready': readWave('type,source\nuser,omar@'),
  'reading, no file of moves': readWave('hello\nworld'),
  checking: toldWave(reading, ...checking, (state) => {
    const all = checked(state);
    const some = all.type === 'rowsChecked' ? new Map([...all.checks].slice(0, 20)) : new Map();
    return { ...all, checks: some } as WaveHappening;
  }),
  'checked, all ready': toldWave(reading, ...checking, allClean, checkEnded),
  'checked, with findings': toldWave(reading, ...toChecked),
  'checked, none ready': toldWave(reading, ...checking, checkEnded),
  'checked, stopped by a breaker': toldWave(reading, ...checking, (state) => ({
    type: 'checkEnded',
    effect: effectOf(state),
    breaker: trustGone,
  })),
  confirming: toldWave(reading, ...toConfirm),
  'confirming after an error': toldWave(reading, ...toConfirm, confirmed, (state) => ({
    type: 'submitEnded',
    effect: effectOf(state),
    runId: null,
    reason: 'breaker',
    finding: aFinding({ field: 'ledger', code: 'ledgerFull', what: 'The disk is full.' }),
  })),
  submitting: toldWave(reading, ...toSend, sent(12)),
  'submitting, waiting': toldWave(reading, ...toSend, sent(12), (state) => ({
    type: 'waitBegan',
    effect: effectOf(state),
    ms: 5 * minuteMs,
    finding: aFinding({ field: 'service', code: 'queueFull', what: 'The queue of the tenant is full.' }),
  })),
  'submitting, stopping': toldWave(reading, ...toSend, sent(12), { type: 'stopAsked' }),
  'paused by a breaker': toldWave(reading, ...toSend, sent(12), ended('breaker')),
  'paused as asked': toldWave(reading, ...toSend, sent(12), ended('stopped')),
  'watching, just sent': toldWave(reading, ...allSent),
  watching: toldWave(reading, ...allSent, lookedAt(40)),
  'watching, with an estimate': toldWave(readWave(csvOf(48, { latest: false })), ...allSent, lookedAt(40)),
  'watching, something stands still': toldWave(reading, ...allSent, lookedAt(40), [
    (state) => ({ type: 'rowsSeen', effect: effectOf(state), seen: new Map() }),
    300,
  ]),
  cancelling: toldWave(reading, ...allSent, lookedAt(40), (state) => {
    const rows = state.lines.filter((line) => line.state === 'queued').map(({ row }) => row);
    return { type: 'cancelAsked', rows, word: String(rows.length) };
  }),
  over: toldWave(reading, ...allSent, [seen((row) => (row % 13 === 0 ? 'failed' : 'completed'), 50), 50], (state) => ({
    type: 'followEnded',
    effect: effectOf(state),
  })),
} as const satisfies Record<string, WaveState>;

/** A wave of so many rows that were sent and looked at. */
export function watchedWave(rows: number): WaveState {
  const read = readWave(csvOf(rows));
  const lines = read.lines.map((line) => {
    const task = taskFor(line, stateAt(line.row), noon + 30 * minuteMs);
    return { ...line, check: cleanOf(line, noon), state: task.state, task, since: task.updatedAt };
  });
  const { session, file, chosen } = read;
  return { session, file, chosen, lines, effects: 1, status: 'watching', runId, waitingFor: 1 };
}

export type WaveStateName = keyof typeof waveStates;
export const waveStateNames = Object.keys(waveStates) as readonly WaveStateName[];

/** The happening that answers an effect as a service without trouble does. */
export function plainWaveAnswer(effect: WaveEffect, state: WaveState): readonly WaveHappening[] {
  switch (effect.type) {
    case 'check':
      return [allClean(state), { type: 'checkEnded', effect: effect.id, breaker: null }];
    case 'submit':
      return [
        { type: 'runOpened', effect: effect.id, runId },
        {
          type: 'rowsSent',
          effect: effect.id,
          outcomes: new Map(
            state.lines
              .filter(({ row }) => effect.rows.some((one) => one.row === row))
              .map((line) => [line.row, accepted(line, noon)]),
          ),
        },
        { type: 'submitEnded', effect: effect.id, runId, reason: 'done', finding: null },
      ];
    default:
      return [];
  }
}
