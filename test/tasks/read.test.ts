import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInstant } from '../../src/tasks/instant.ts';
import { readTask } from '../../src/tasks/read.ts';
import { readTaskAnswer } from '../../src/tasks/read-answer.ts';
import { taskOf } from './moves.ts';

const folder = new URL('../fixtures/graph/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => /^(create|get)-/.test(name))
  .map((name) => ({ name, sample: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }));

const ended = '2026-12-05T14:00:00Z';

describe('reading a task', () => {
  it.each(samples)('accepts the published answer of $name', ({ sample }) => {
    const { body } = sample.response;
    const read = readTask(body);
    expect(read).toMatchObject({ ok: true, value: { id: body.id ?? null, rawStatus: body.status } });
    expect(read.ok && read.value.parameters).toEqual(body.parameters);
  });

  it('reads the published times with a month that is not padded', () => {
    const { sample } = samples.find(({ name }) => name.startsWith('get-1')) ?? { sample: null };
    expect(readTask(sample.response.body)).toMatchObject({
      value: {
        state: 'completed',
        final: true,
        startedAt: Date.UTC(2025, 6, 18, 9, 8, 4, 451),
        finishedAt: Date.UTC(2025, 6, 18, 9, 13, 46, 28),
      },
    });
  });

  it.each([
    { name: 'the documented word for queued', json: { status: 'notStarted' }, state: 'queued', final: false },
    { name: 'the documented word for running', json: { status: 'inProgress' }, state: 'running', final: false },
    { name: 'another case', json: { status: 'Completed' }, state: 'completed', final: true },
    { name: 'all capitals', json: { status: 'NOTSTARTED' }, state: 'queued', final: false },
    { name: 'a draft word for completed', json: { status: 'success' }, state: 'completed', final: true },
    { name: 'another word for completed', json: { status: 'succeeded' }, state: 'completed', final: true },
    { name: 'the other spelling of cancelled', json: { status: 'canceled' }, state: 'cancelled', final: true },
    { name: 'the older word for cancelled', json: { status: 'Stopped' }, state: 'cancelled', final: true },
    { name: 'failed', json: { status: 'failed' }, state: 'failed', final: true },
    { name: 'an unknown word', json: { status: 'hibernating' }, state: 'unknown', final: false },
    {
      name: 'an unknown word with an end',
      json: { status: 'hibernating', finishedDateTime: ended },
      state: 'unknown',
      final: true,
    },
    {
      name: 'the unset end of year one',
      json: { status: 'hibernating', finishedDateTime: '0001-01-01T00:00:00Z' },
      state: 'unknown',
      final: false,
    },
    { name: 'a word of every object', json: { status: 'constructor' }, state: 'unknown', final: false },
    { name: 'a number as status', json: { status: 7 }, state: 'unknown', final: false },
    { name: 'no status', json: { status: null }, state: 'unknown', final: false },
  ])('understands $name', ({ json, state, final }) => {
    expect(taskOf(json)).toMatchObject({ state, final });
  });

  it('keeps the raw word and cleans it of what a terminal would obey', () => {
    expect(taskOf({ status: 'Re\u001b[31mscheduled' }).rawStatus).toBe('Rescheduled');
  });

  it.each([
    { name: 'a missing id', id: undefined, expected: null },
    { name: 'an empty id', id: '', expected: null },
    { name: 'an id that would climb in a URL', id: '..', expected: null },
    { name: 'an id with an escape sequence', id: 'a\u001b[2Jb', expected: null },
    { name: 'an endless id', id: 'x'.repeat(5_000), expected: null },
    { name: 'an object as id', id: { a: 1 }, expected: null },
    { name: 'a number as id', id: 42, expected: null },
  ])('reads $name', ({ id, expected }) => {
    expect(taskOf({ id }).id).toBe(expected);
  });

  it.each([
    { name: 'nothing', json: undefined },
    { name: 'null', json: null },
    { name: 'an array', json: [] },
    { name: 'a text', json: 'completed' },
    { name: 'an empty object', json: {} },
    { name: 'an error body', json: { error: { code: 'x', message: 'y' } } },
    { name: 'only nulls', json: { id: null, status: null, parameters: null, error: null } },
  ])('says that $name is no task', ({ json }) => {
    expect(readTask(json)).toMatchObject({ ok: false, error: expect.stringMatching(/^The answer .+\.$/) });
  });

  it('leaves out parameters of the wrong type and keeps a null location', () => {
    const task = taskOf({
      parameters: {
        targetOrganizationHost: 5,
        targetDataLocationCode: null,
        sourceUserIdentity: { userPrincipalName: 'dana@contoso.com', id: [] },
        targetUserIdentity: 'erin',
        validateOnly: 'true',
        somethingNew: { a: 1 },
      },
    });
    expect(task.parameters).toEqual({
      targetDataLocationCode: null,
      sourceUserIdentity: { userPrincipalName: 'dana@contoso.com' },
    });
  });

  it('takes an array as parameters for none', () => {
    expect(taskOf({ parameters: [1, 2] }).parameters).toEqual({});
  });
});

describe("a task's error", () => {
  it.each([
    {
      name: 'the published shape',
      json: { error: { code: 'A', message: 'Say a', target: 't', details: [{ code: 'B', message: 'Say b' }] } },
      error: { code: 'A', message: 'Say a', target: 't', details: [{ code: 'B', message: 'Say b' }] },
    },
    {
      name: 'the draft list',
      json: { errors: [{ code: 'A', message: 'Say a' }, { code: 'B' }] },
      error: { code: 'A', message: 'Say a', target: null, details: [{ code: 'B', message: '' }] },
    },
    {
      name: 'codes in nested inner errors',
      json: { error: { code: 'A', innerError: { code: 'B', innererror: { code: 'C' } } } },
      error: {
        code: 'A',
        message: '',
        target: null,
        details: [
          { code: 'B', message: '' },
          { code: 'C', message: '' },
        ],
      },
    },
    {
      name: 'a plain text',
      json: { error: 'It broke' },
      error: { code: '', message: 'It broke', target: null, details: [] },
    },
    { name: 'null', json: { error: null }, error: null },
    { name: 'an empty object', json: { error: {} }, error: null },
    { name: 'an empty list', json: { errors: [] }, error: null },
    { name: 'wrong types', json: { error: { code: 5, message: [], details: 'x' }, errors: 7 }, error: null },
  ])('is read from $name', ({ json, error }) => {
    expect(taskOf(json).error).toEqual(error);
  });

  it('is cut to a sane length', () => {
    const details = Array.from({ length: 500 }, () => ({ code: 'x'.repeat(9_000), message: 'y' }));
    const { error } = taskOf({ error: { code: 'A', message: 'z'.repeat(100_000), details } });
    expect(JSON.stringify(error).length).toBeLessThan(30_000);
  });
});

describe('reading a time', () => {
  it.each([
    { text: '2026-12-05T14:02:11Z', at: Date.UTC(2026, 11, 5, 14, 2, 11) },
    { text: '2025-7-18T09:08:04.451Z', at: Date.UTC(2025, 6, 18, 9, 8, 4, 451) },
    { text: '2025-7-8T9:08:04.1Z', at: Date.UTC(2025, 6, 8, 9, 8, 4, 100) },
    { text: '2026-12-05T14:02:11.1234567Z', at: Date.UTC(2026, 11, 5, 14, 2, 11, 123) },
    { text: '2026-12-05T16:02:11+02:00', at: Date.UTC(2026, 11, 5, 14, 2, 11) },
    { text: '2026-12-05T09:32:11-0430', at: Date.UTC(2026, 11, 5, 14, 2, 11) },
    { text: '2026-12-05T14:02', at: Date.UTC(2026, 11, 5, 14, 2) },
    { text: '2026-02-30T14:02:11Z', at: null },
    { text: '2026-13-05T14:02:11Z', at: null },
    { text: '2026-12-05T25:02:11Z', at: null },
    { text: '0001-01-01T00:00:00Z', at: null },
    { text: 'soon', at: null },
  ])('reads $text', ({ text, at }) => {
    expect(readInstant(text)).toBe(at);
  });
});

describe('whatever the service answers', () => {
  const names = [
    'id',
    'status',
    'error',
    'errors',
    'parameters',
    'value',
    'finishedDateTime',
    'sourceUserIdentity',
    'sourceSiteUrl',
    'details',
    'innerError',
  ];
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof({ maxDepth: 4 }, fc.jsonValue(), fc.dictionary(fc.constantFrom(...names), tie('anything'))),
  }));

  it('reading it never throws and gives a task or a reason', () => {
    fc.assert(
      fc.property(anything, (json) => {
        const task = readTask(json);
        expect(task.ok ? typeof task.value.rawStatus : typeof task.error).toBe('string');
        for (const key of [
          { type: 'user', upn: 'dana@contoso.com' },
          { type: 'site', url: 'https://contoso.sharepoint.com/sites/IT' },
          { type: 'group', mailNickname: 'finance' },
        ] as const)
          expect(typeof readTaskAnswer(json, key).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
