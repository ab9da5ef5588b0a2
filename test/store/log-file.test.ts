import { describe, expect, test } from 'vitest';
import { fixedLog, rotatingLog } from '../../src/store/log-file.ts';
import { isLogName, logName, maxLogChars, maxLogFiles, newestLogs, surplusLogs } from '../../src/store/log-rotation.ts';
import { fakePorts, noonUtc } from '../support/ports.ts';

const folder = '/state/logs';
const head = () => 'head';

function logIn({ id = '0a1b2c3d' } = {}) {
  const { ports, kept } = fakePorts();
  let now = noonUtc;
  const make = (own = id) => rotatingLog({ files: ports.files, clock: { now: () => now }, folder, id: own, head });
  return { ports, kept, make, pass: (ms: number) => (now += ms) };
}

describe('which logs are kept', () => {
  const names = Array.from({ length: 30 }, (_, at) => logName(noonUtc + at * 1000, '0a1b2c3d', 1));

  test('the newest twenty, which are ten megabytes at most', () => {
    const gone = surplusLogs([...names].reverse());
    expect(gone).toEqual(names.slice(0, 10).reverse());
    expect(maxLogFiles * maxLogChars).toBe(10 * 1024 * 1024);
  });

  test('a name begins with its time and ends with its process and its part', () => {
    expect(names[0]).toBe('2026-12-05T12-00-00-000Z-0a1b2c3d.log');
    expect(logName(noonUtc, '0a1b2c3d', 2)).toBe('2026-12-05T12-00-00-000Z-0a1b2c3d-2.log');
    expect(names.every(isLogName)).toBe(true);
  });

  test.each(['notes.log', 'crash-2026-12-05T12-00-00-000Z.log', '../2026-12-05T12-00-00-000Z-0a1b2c3d.log', 'a'])(
    'a file called %s is left alone',
    (name) => {
      expect(isLogName(name)).toBe(false);
      expect(surplusLogs([name, ...names], 0)).not.toContain(name);
      expect(newestLogs([name])).toEqual([]);
    },
  );
});

describe('a log', () => {
  test('is no file before its first line, and begins with its head', () => {
    const { kept, make } = logIn();
    const log = make();
    expect({ files: [...kept], path: log.path() }).toEqual({ files: [], path: null });
    log.add('one');
    log.add('two');
    expect([...kept]).toEqual([[`${folder}/2026-12-05T12-00-00-000Z-0a1b2c3d.log`, 'head\none\ntwo\n']]);
    expect(log.path()).toBe(`${folder}/2026-12-05T12-00-00-000Z-0a1b2c3d.log`);
  });

  test('of two processes at the same moment is two files', () => {
    const { kept, make } = logIn();
    const [one, other] = [make('00000001'), make('00000002')];
    for (const text of ['a', 'b']) for (const log of [one, other]) log.add(text);
    expect([...kept.values()]).toEqual(['head\na\nb\n', 'head\na\nb\n']);
  });

  test('that is full goes on in another file', () => {
    const { kept, make } = logIn();
    const log = make();
    const line = 'x'.repeat(maxLogChars / 2 - 1);
    for (let count = 0; count < 5; count += 1) log.add(line);
    const texts = [...kept.values()];
    expect(texts.map((text) => text.split('\n').filter((one) => one === line).length)).toEqual([2, 2, 1]);
    expect(texts.every((text) => text.startsWith('head\n'))).toBe(true);
    expect(log.path()).toBe(`${folder}/2026-12-05T12-00-00-000Z-0a1b2c3d-3.log`);
  });

  test('takes the oldest ones away, and nothing else', async () => {
    const { kept, make } = logIn();
    const old = Array.from({ length: 25 }, (_, at) => `${folder}/${logName(noonUtc - (at + 1) * 1000, '0a1b2c3d', 1)}`);
    for (const path of [...old, `${folder}/notes.txt`]) kept.set(path, '');
    make().add('line');
    await new Promise((resolve) => setImmediate(resolve));
    expect(kept.size).toBe(maxLogFiles + 1);
    expect(old.filter((path) => kept.has(path))).toEqual(old.slice(0, maxLogFiles - 1));
  });

  test('on a full disk is given up after one try, without a word', () => {
    const { ports } = fakePorts();
    let tries = 0;
    const append = () => {
      tries += 1;
      throw new Error('ENOSPC: no space left on device');
    };
    const log = rotatingLog({ files: { ...ports.files, append }, clock: ports.clock, folder, id: '0a1b2c3d', head });
    for (const text of ['a', 'b', 'c'.repeat(maxLogChars)]) log.add(text);
    expect({ tries, path: log.path(), hasFailed: log.hasFailed() }).toEqual({ tries: 1, path: null, hasFailed: true });
  });

  test('that breaks off keeps its path, because there is something to read', () => {
    let room = 1;
    const append = () => {
      if (room-- === 0) throw new Error('ENOSPC: no space left on device');
    };
    const log = fixedLog('/here.log', { append }, head);
    for (const text of ['a', 'b', 'c']) log.add(text);
    expect({ path: log.path(), hasFailed: log.hasFailed() }).toEqual({ path: '/here.log', hasFailed: true });
  });

  test('in a folder that cannot be tidied is written all the same', async () => {
    const { ports, kept } = fakePorts();
    const files = { ...ports.files, list: () => Promise.reject(new Error('EACCES')) };
    rotatingLog({ files, clock: ports.clock, folder, id: '0a1b2c3d', head }).add('line');
    await new Promise((resolve) => setImmediate(resolve));
    expect([...kept.values()]).toEqual(['head\nline\n']);
  });
});
