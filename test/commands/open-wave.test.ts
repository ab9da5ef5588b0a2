import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { openWaveIn } from '../../src/commands/open-wave.ts';
import type { Opened } from '../../src/commands/session.ts';
import { createWaveEngine, firstWaveStep } from '../../src/commands/wave/engine.ts';
import { sheetOptions } from '../../src/commands/wave/sheet.ts';
import type { Ports } from '../../src/ports/ports.ts';
import type { Services } from '../../src/runtime/services.ts';
import { readSheet } from '../../src/wave/csv/sheet.ts';
import type { Session } from '../../src/wizard/state.ts';
import { pastedName } from '../../src/wizard/wave/pasted.ts';
import { waveWayBack } from '../../src/wizard/wave/wave-way-back.ts';
import { fakePorts } from '../support/ports.ts';
import { session as usual } from '../support/session.ts';

/** A place that is open, and how it was asked for many rows. */
function place(session: Session = usual) {
  const asked: { session: Session; budget: number }[] = [];
  const { ports, kept } = fakePorts();
  const services = { clock: ports.clock } as Services;
  const opened = { session, services, close: () => undefined } as unknown as Opened;
  opened.forMany = (known, budget) => {
    asked.push({ session: known, budget });
    return { ...opened, session: known };
  };
  return { opened, ports, kept, asked };
}

const rows = ['type,source,target,targetHost', 'user,a@contoso.com,a@fabrikam.com,https://fabrikam-my.sharepoint.com'];
const pasted = { name: pastedName, text: rows.join('\n') };

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A wave, and a way to see whether what was read first is still held. */
function readOnce(opened: Opened, ports: Ports) {
  const { session, services } = opened;
  const options = sheetOptions({ session, now: services.clock.now(), flags: {}, isIdentityMap: false });
  const sheet = readSheet(new TextEncoder().encode(rows.join('\n').replace('user', 'uesr')), options);
  const source = { path: 'wave.csv', name: 'wave.csv', sheet, options };
  const limits = { budget: 600, maxPending: 9, stopOnError: false, resend: false };
  const engine = createWaveEngine(firstWaveStep(session, source, null), {
    opened,
    ports,
    source,
    limits,
    onFault: raise,
  });
  return { engine, first: new WeakRef(sheet.rows[0] ?? sheet) };
}

const raise = (fault: unknown): void => {
  throw fault;
};

describe('many moves in a place that is open', () => {
  test('rows of a run that was read back from the record are written in the form of a file', async () => {
    const { opened, ports, kept } = place();
    const wave = await openWaveIn(opened, pasted, ports);
    if (!wave.ok) throw new Error('The lines cannot be read');
    const { lines, file } = wave.value.state();
    const first = { state: { ...wave.value.state(), file: { ...file, name: 'r-20261205-120000-7f3a' } }, effects: [] };
    const limits = { budget: 600, maxPending: 9, stopOnError: false, resend: false };
    const engine = createWaveEngine(first, { opened, ports, source: null, limits, onFault: raise });
    const path = '/home/mia/r-20261205-120000-7f3a.failed.csv';
    expect(await engine.writeRows(lines)).toEqual({ ok: true, path });
    expect(kept.get(path)).toBe(`\ufeff${rows.map((row) => `${row}\r\n`).join('')}`);
  });

  test('lines that were pasted are read like a file, and written into the current folder', async () => {
    const { opened, ports, kept } = place();
    const wave = await openWaveIn(opened, pasted, ports);
    if (!wave.ok) throw new Error('They can be read');
    const state = wave.value.state();
    expect(state.lines).toHaveLength(1);
    expect(waveWayBack(state)).toContain('crossorg wave FILE.csv');
    expect(await wave.value.writeFixed()).toEqual({ ok: true, path: '/home/mia/pasted.fixed.csv' });
    expect(kept.get('/home/mia/pasted.fixed.csv')).toContain('a@contoso.com');
  });

  test('a misspelt name of a column is mended on the screen and in what is written', async () => {
    const { opened, ports, kept } = place();
    const text = rows.join('\n').replace('target,', 'tarrget,');
    const wave = await openWaveIn(opened, { ...pasted, text }, ports);
    if (!wave.ok) throw new Error('They can be read');
    const { mend, state, writeFixed } = wave.value;
    expect(state().lines.map(({ move }) => move)).toEqual([null]);
    mend(state().file.fixes);
    expect(state().file).toMatchObject({ findings: [], fixes: [], isMended: true });
    expect(state().lines.map(({ move }) => move?.plan.type)).toEqual(['user']);
    await writeFixed();
    expect(kept.get('/home/mia/pasted.fixed.csv')).toBe(`\ufeff${rows.join('\n')}`);
  });

  test('of a file that was mended only the mended form is kept', async () => {
    const { opened, ports } = place();
    const { engine, first } = readOnce(opened, ports);
    engine.mend(engine.state().file.fixes);
    expect(engine.state().lines.map(({ move }) => move?.plan.type)).toEqual(['user']);
    // What was read is let go by the next turn at the latest.
    await new Promise((done) => setImmediate(done));
    collectGarbage();
    expect(first.deref()).toBeUndefined();
    expect(await engine.writeFixed()).toMatchObject({ ok: true });
  });

  test('a file is known by the path that leads back to it', async () => {
    const { opened, ports } = place();
    const bytes = new TextEncoder().encode(rows.join('\n'));
    const files = { ...ports.files, bytes: async () => bytes };
    const wave = await openWaveIn(opened, { path: 'moves/wave-2.csv' }, { ...ports, files });
    if (!wave.ok) throw new Error('It can be read');
    expect(waveWayBack(wave.value.state())).toContain('crossorg wave moves/wave-2.csv');
  });

  test('rows that are not there are refused, and a file that is not there too', async () => {
    const { opened, ports } = place();
    const wishes = { budget: 600, maxPending: 9, stopOnError: true, isIdentityMap: false, rows: new Set([7]) };
    const none = await openWaveIn(opened, pasted, ports, { flags: {}, wishes });
    expect(none.ok ? [] : none.error.map(({ code }) => code)).toEqual(['rowsNotThere']);
    const missing = await openWaveIn(opened, { path: 'nowhere.csv' }, ports);
    expect(missing.ok ? [] : missing.error.map(({ code }) => code)).toEqual(['waveFileMissing']);
  });

  test('the first live use is asked for as long as no submission was accepted', async () => {
    const first = place({ ...usual, targetWord: 'Fabrikam' });
    await openWaveIn(first.opened, pasted, first.ports);
    // A session without a profile has nothing to remember it by.
    expect(first.asked[0]?.session.targetWord).toBeUndefined();
    expect(first.asked[0]?.budget).toBe(600);
  });
});
