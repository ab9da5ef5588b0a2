import { expect, test } from 'vitest';
import { wrongDocument, wrongEvent } from '../support/schemas.ts';

const nobody = { tenantId: null, name: null };
const face = { mode: null, profile: null, source: nobody, target: nobody };
const step = { do: 'Look again.', who: 'you' };
const document = { schema: 'crossorg/1', kind: 'error', ok: false, exitCode: 2, ...face, findings: [], next: [step] };
const event = { schema: 'crossorg/1', event: 'throttled', at: '2026-12-05T12:00:00.000Z', waitSeconds: 3 };

test('what the schemas tell of is taken', () => {
  expect(wrongDocument(document)).toEqual([]);
  expect(wrongEvent(event)).toEqual([]);
});

const documents = [
  { name: 'a field that no schema tells of', said: { ...document, extra: 1 }, wrong: '(extra)' },
  { name: 'such a field deep inside', said: { ...document, next: [{ ...step, extra: 1 }] }, wrong: '/next/0' },
  { name: 'a word that is not in the table', said: { ...document, mode: 'dreaming' }, wrong: '/mode' },
  { name: 'a field that is missing', said: { ...document, findings: undefined }, wrong: "'findings'" },
  { name: 'a kind without a schema', said: { ...document, kind: 'gossip' }, wrong: 'src/schema/kinds.ts' },
];

test.each(documents)('the tests refuse $name', ({ said, wrong }) => {
  expect(wrongDocument(JSON.parse(JSON.stringify(said))).join('\n')).toContain(wrong);
});

const events = [
  { name: 'a field that no schema tells of', said: { ...event, extra: 1 }, wrong: '(extra)' },
  { name: 'a time that is none', said: { ...event, at: 'noon' }, wrong: '/at' },
  { name: 'an event without a schema', said: { ...event, event: 'gossip' }, wrong: 'src/schema/events.ts' },
];

test.each(events)('the tests refuse an event with $name', ({ said, wrong }) => {
  expect(wrongEvent(said).join('\n')).toContain(wrong);
});
