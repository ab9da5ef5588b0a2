import { expect, test } from 'vitest';
import { localFinding } from '../../src/problems/explain.ts';
import { allFindings } from '../../src/wizard/all-findings.ts';
import { begin, beginFollowing } from '../../src/wizard/machine.ts';
import { waveFindings } from '../../src/wizard/wave/wave-summary.ts';
import { noon, session, userTexts } from '../support/session.ts';
import { plainAnswer, told, typedTexts } from '../support/states.ts';
import { csvOf, readWave } from '../support/wave-states.ts';

const hourMs = 3_600_000;
const evening = '2026-12-05T22:00Z';
const morning = '2026-12-06T06:00Z';

type Move = { start?: string; latestStart?: string };

function storyOf({ start = 'now', latestStart = '' }: Move, tokenEndsAt: number | undefined) {
  const place = tokenEndsAt === undefined ? session : { ...session, tokenEndsAt };
  const first = begin(place, typedTexts({ ...userTexts, start, latestStart }), noon);
  const answered = (waiting: Parameters<typeof plainAnswer>[0]) => plainAnswer(waiting, noon);
  const confirming = told(first, { type: 'dryRunAsked' }, answered, { type: 'confirmationOpened' }, answered);
  const watching = told(
    first,
    { type: 'dryRunAsked' },
    answered,
    { type: 'confirmationOpened' },
    answered,
    { type: 'confirmed', word: 'yes' },
    answered,
  );
  return { confirming, watching };
}

const codes = (state: Parameters<typeof allFindings>[0]) => allFindings(state).map(({ code }) => code);

const table: { name: string; move: Move; endsAt: number | undefined; isWarned: boolean }[] = [
  {
    name: 'ends before its window',
    move: { start: evening, latestStart: morning },
    endsAt: noon + hourMs,
    isWarned: true,
  },
  {
    name: 'ends within its window',
    move: { start: evening, latestStart: morning },
    endsAt: noon + 12 * hourMs,
    isWarned: true,
  },
  { name: 'ends before its start', move: { start: evening }, endsAt: noon + hourMs, isWarned: true },
  {
    name: 'lasts longer than its window',
    move: { start: evening, latestStart: morning },
    endsAt: noon + 24 * hourMs,
    isWarned: false,
  },
  { name: 'ends soon, with a move that starts at once', move: {}, endsAt: noon + hourMs, isWarned: false },
  { name: 'is renewed', move: { start: evening, latestStart: morning }, endsAt: undefined, isWarned: false },
];

test.each(table)('a token that $name: warned at the confirmation and at the start of the watch? $isWarned', (row) => {
  const { confirming, watching } = storyOf(row.move, row.endsAt);
  expect([confirming.status, watching.status]).toEqual(['confirming', 'watching']);
  expect([codes(confirming), codes(watching)].map((all) => all.includes('tokenEndsEarly'))).toEqual([
    row.isWarned,
    row.isWarned,
  ]);
});

test('both times are named, and the word still submits', () => {
  const { confirming } = storyOf({ start: evening, latestStart: morning }, noon + hourMs);
  const [finding] = allFindings(confirming);
  expect(finding).toMatchObject({ severity: 'warning', field: 'signIn' });
  expect(finding?.why).toContain('13:00 UTC');
  expect(finding?.why).toContain('06:00 UTC');
});

test('a watch that is come back to says it too, and not once the task has started', () => {
  const { watching } = storyOf({ start: evening }, noon + hourMs);
  if (watching.status !== 'watching') throw new Error('This state is watched');
  const { followed, typed, session: place } = watching;
  const again = (state: 'queued' | 'running') => {
    const task = followed.task && { ...followed.task, state };
    return beginFollowing(place, typed, { ...followed, task, findings: [] }, noon).state;
  };
  expect(codes(again('queued'))).toEqual(['tokenEndsEarly']);
  expect(codes(again('running'))).toEqual([]);
});

const brought = (endsAt: number) => {
  const place = { ...session, tokenEndsAt: noon + endsAt };
  const lines = readWave(csvOf(4)).lines;
  return waveFindings(lines, place).find(({ code }) => code === 'tokenEndsEarlyForMany');
};

test('a wave says it once, with how many moves it is about and the last of their times', () => {
  const finding = brought(hourMs);
  expect(finding).toMatchObject({ severity: 'warning', field: 'signIn' });
  expect(finding?.what).toBe('The token you brought ends before 4 moves have to have started.');
  expect(finding?.why).toContain('13:00 UTC');
  expect(brought(1_000 * hourMs)).toBeUndefined();
});

test('a wave of a guest names them, in every front end, as one move does', () => {
  const guest = localFinding('guestAccount', { side: 'source', account: 'mia@adatum.com', tenant: 'Contoso' });
  expect(waveFindings([], { ...session, warnings: [guest] })).toContainEqual(guest);
});
