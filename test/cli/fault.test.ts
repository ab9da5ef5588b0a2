import { expect, test } from 'vitest';
import { run } from '../../src/cli.ts';
import { wrongIn } from '../support/answer-shape.ts';
import { fakePorts } from '../support/ports.ts';
import { fakeTable } from './fake-table.ts';

const secret = 'opaque-token-of-an-admin';
const webToken = 'eyJhbGciOi.eyJ0aWQiOi.c2lnbmF0dXJl';
const bug = () => Promise.reject(new Error(`undefined is not ${webToken}, ${secret}`, { cause: new Error('deeper') }));
const path = '/state/crash-2026-12-05T12-00-00-000Z.log';
const env = { CROSSORG_ACCESS_TOKEN: secret, LANG: 'C.UTF-8' };

test('a bug ends with exit 1, a plain sentence and the path of a log', async () => {
  const { ports, said, kept } = fakePorts({ env });
  expect(await run(['migrate', 'user', 'dana@contoso.com', '--change=CHG1'], ports, fakeTable(bug).table)).toBe(1);
  expect(said.out).toBe('');
  expect(said.err).toContain('crossorg stopped because of a fault of its own.');
  expect(said.err).toContain(path);
  expect(said.err).not.toMatch(/undefined is not|fault\.test\.ts/);
  expect([...kept.keys()]).toEqual([path]);
});

test('the log has the stack and its cause, and neither secrets nor names', async () => {
  const { ports, kept } = fakePorts({ env });
  await run(['migrate', 'user', 'dana@contoso.com', '--change=CHG1'], ports, fakeTable(bug).table);
  const log = kept.get(path) ?? '';
  expect(log).toContain('undefined is not [token], [secret]');
  expect(log).toContain('Caused by: Error: deeper');
  expect(log).toContain('fault.test.ts');
  expect(log).toContain('crossorg migrate … … --change\n');
  for (const word of [secret, webToken, 'dana', 'CHG1']) expect(log).not.toContain(word);
});

test('a script reads of a bug in one document', async () => {
  const { ports, said } = fakePorts({ env });
  expect(await run(['status', '--json'], ports, fakeTable(bug).table)).toBe(1);
  expect(wrongIn(['--json'], { exitCode: 1, ...said })).toEqual([]);
  expect(JSON.parse(said.out)).toMatchObject({
    kind: 'error',
    exitCode: 1,
    findings: [{ field: 'program', from: 'program' }],
  });
  expect(said.err).toBe('');
});

test('a log that cannot be written is said, too', async () => {
  const { ports, said } = fakePorts({ env });
  const files = { ...ports.files, write: () => Promise.reject(new Error('ENOSPC: no space left on device')) };
  expect(await run(['status'], { ...ports, files }, fakeTable(bug).table)).toBe(1);
  expect(said.err.replaceAll(/\s+/g, ' ')).toContain('the details are lost: ENOSPC: no space left on device');
});
