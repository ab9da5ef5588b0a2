import { expect, test } from 'vitest';
import { createOutput, documentOf, errorDocument, nextSteps, noFace } from '../../src/frontends/output.ts';
import { finding } from '../../src/plan/finding.ts';
import { fakePorts, noonUtc } from '../support/ports.ts';

const face = {
  mode: 'live',
  profile: 'c2f',
  source: { tenantId: 'a', name: 'Contoso' },
  target: { tenantId: 'b', name: 'Fabrikam' },
} as const;

function speak(wanted: { json?: boolean; events?: boolean; outIsTTY?: boolean }) {
  const { ports, said } = fakePorts({ screen: { outIsTTY: wanted.outIsTTY ?? false } });
  const output = createOutput({ json: wanted.json ?? false, events: wanted.events ?? false, streams: ports.streams });
  output.text(['for people', '  indented']);
  output.notice('a notice\nin two lines');
  output.event('accepted', noonUtc, { row: 1 });
  output.finish(documentOf('migrate', 5, face, { submitted: 1 }), noonUtc);
  return {
    format: output.format,
    ...said,
    documents: () =>
      said.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

const document = { schema: 'crossorg/1', kind: 'migrate', ok: false, exitCode: 5, ...face, submitted: 1 };
const notice = 'a notice\nin two lines\n';

test('people get lines on standard output and notices beside it', () => {
  expect(speak({})).toMatchObject({ format: 'text', out: 'for people\n  indented\n', err: notice });
});

test('a script gets one document on one line, and nothing else', () => {
  const { documents, err } = speak({ json: true });
  expect({ documents: documents(), err }).toEqual({ documents: [document], err: notice });
});

test('the document is indented on a terminal', () => {
  expect(speak({ json: true, outIsTTY: true }).out).toBe(`${JSON.stringify(document, null, 2)}\n`);
});

test.each([{ json: false }, { json: true }])(
  'events are one object a line and end with the summary, json: $json',
  ({ json }) => {
    expect(speak({ events: true, json, outIsTTY: true }).documents()).toEqual([
      { schema: 'crossorg/1', event: 'accepted', at: '2026-12-05T12:00:00.000Z', row: 1 },
      { event: 'summary', at: '2026-12-05T12:00:00.000Z', ...document },
    ]);
  },
);

test('a document is well when its exit code is 0', () => {
  expect(documentOf('status', 0, noFace, {})).toMatchObject({ ok: true, mode: null, source: { name: null } });
});

test('every text in a document is cleaned, at any depth', () => {
  const { ports, said } = fakePorts();
  const output = createOutput({ json: true, events: false, streams: ports.streams });
  output.finish(documentOf('status', 0, noFace, { tasks: [{ error: { message: 'bad\u009b31m\u202Egnp' } }] }), noonUtc);
  expect(JSON.parse(said.out).tasks).toEqual([{ error: { message: 'badgnp' } }]);
});

test('lines for people keep their indent and lose their control characters', () => {
  const { ports, said } = fakePorts();
  const output = createOutput({ json: false, events: false, streams: ports.streams });
  output.text('    \u001b[31mred\u001b[0m');
  output.notice('\u001b]8;;https://evil\u0007here');
  expect(said).toEqual({ out: '    red\n', err: 'here\n' });
});

const step = { do: 'Sign in.', who: 'you' } as const;
const twice = ['a', 'b'].map((code) => finding({ field: 'signIn', code, what: 'w', why: 'y', next: [step] }));

test('what two findings ask for alike is said once', () => {
  expect(nextSteps(twice)).toEqual([step]);
  expect(errorDocument(twice, { exitCode: 4, face })).toEqual({
    ...{ schema: 'crossorg/1', kind: 'error', ok: false, exitCode: 4, ...face },
    findings: twice,
    next: [step],
  });
});
