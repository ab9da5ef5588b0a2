import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createNodePorts } from '../../src/ports/node.ts';
import { createNodeFetch } from '../../src/ports/node-fetch.ts';
import { createNodeMachine } from '../../src/ports/node-machine.ts';
import { createNodeSignals } from '../../src/ports/node-signals.ts';
import { createNodeStreams, flushed } from '../../src/ports/node-streams.ts';

test('the real ports know this computer', () => {
  const { machine, folders, env } = createNodePorts(process);
  expect(machine.name).not.toBe('');
  expect(machine.user).not.toBe('');
  expect(() => new Intl.DateTimeFormat(machine.locale, { timeZone: machine.zone })).not.toThrow();
  expect(folders.state).toContain('crossorg');
  expect(env).toBe(process.env);
});

const unnamed = {
  hostname: () => 'box',
  userInfo: (): never => {
    throw new Error('ENOENT: no such user');
  },
};
const users = [
  { name: 'the environment', env: { USER: 'mia' }, user: 'mia' },
  { name: 'the environment of Windows', env: { USERNAME: 'mia' }, user: 'mia' },
  { name: 'nobody', env: {}, user: 'unknown' },
];

test.each(users)('a user without a name on this computer is named by $name', ({ env, user }) => {
  expect(createNodeMachine({ ...process, platform: 'linux', env }, unnamed).user).toBe(user);
});

test('signals are heard until the listener leaves', () => {
  const process = new EventEmitter();
  const heard: string[] = [];
  const signals = createNodeSignals(process as unknown as NodeJS.Process);
  const leave = signals.onStop((signal) => heard.push(signal));
  const unlisten = signals.onResize(() => heard.push('SIGWINCH'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGWINCH']) process.emit(signal);
  leave();
  unlisten();
  expect(heard).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGWINCH']);
  expect(process.eventNames()).toEqual([]);
});

test('a stream that is no terminal has the size of a small one', () => {
  const chunks: string[] = [];
  const stdout = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  const { out } = createNodeStreams({ ...process, stdout: stdout as never });
  out.write('text');
  expect({ isTTY: out.isTTY, columns: out.columns, rows: out.rows, chunks }).toEqual({
    ...{ isTTY: false, columns: 80, rows: 24 },
    chunks: ['text'],
  });
});

test('flushing waits for what was written before it', async () => {
  const written: string[] = [];
  const slow = new Writable({
    write: (chunk, _, done) => {
      setImmediate(() => {
        written.push(String(chunk));
        done();
      });
    },
  });
  slow.write('a');
  slow.write('b');
  await flushed(slow as never);
  expect(written.slice(0, 2)).toEqual(['a', 'b']);
});

test('a call to this computer goes past every proxy', async () => {
  const server = createServer((request, response) => response.end(`${request.method} ${request.url}`)).listen(0);
  const { port } = server.address() as AddressInfo;
  const fetch = createNodeFetch({ HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1' });
  const answer = await fetch(`http://127.0.0.1:${port}/beta`, { method: 'GET', headers: {}, redirect: 'manual' });
  expect(await answer.text()).toBe('GET /beta');
  server.close();
});
