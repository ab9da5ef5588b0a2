import { describe, expect, test } from 'vitest';
import { leaveWave } from '../../src/commands/leave-wave.ts';
import { openWaveIn } from '../../src/commands/open-wave.ts';
import type { Opened } from '../../src/commands/session.ts';
import { createWaves } from '../../src/commands/wave/waves.ts';
import type { Services } from '../../src/runtime/services.ts';
import type { WaveStep } from '../../src/wizard/wave/wave-event.ts';
import type { WaveState } from '../../src/wizard/wave/wave-state.ts';
import { runOf } from '../../src/wizard/wave/wave-way-back.ts';
import { fakePorts } from '../support/ports.ts';
import { session } from '../support/session.ts';
import { fakeWave } from '../support/wave-engine.ts';
import { waveStates } from '../support/wave-states.ts';

/** Waves without a service: what is begun stays as it is, and whoever was stopped is known. */
function waves(first: WaveState) {
  const did: string[] = [];
  const create = ({ state }: WaveStep) => {
    const { engine } = fakeWave(state);
    return {
      ...engine,
      dispatch: ({ type }: Parameters<typeof engine.dispatch>[0]) => void did.push(`${type} in ${state.status}`),
      stop: async () => void did.push(`stopped ${state.status}`),
    };
  };
  return { ...createWaves(create, { state: first, effects: [] }), did };
}

const again: WaveState = { ...waveStates['reading, nothing wrong'] };

describe('rows that are tried again', () => {
  test('lead back to the table they came from, which is looked at again', () => {
    const { begin, turn, state, others, did } = waves(waveStates.watching);
    begin({ state: again, effects: [] });
    expect(state().status).toBe('reading');
    expect(others().map(runOf)).toEqual([runOf(waveStates.watching)]);
    turn();
    expect(state()).toBe(waveStates.watching);
    expect(others()).toEqual([]);
    expect(did).toEqual(['stopped watching', 'checkAsked in reading', 'stopped reading', 'lookAsked in watching']);
  });

  test('stay at hand beside the table they came from once they are submitted', () => {
    const { begin, turn, state, others } = waves(waveStates.over);
    begin({ state: waveStates['paused as asked'], effects: [] });
    turn();
    expect(state().status).toBe('over');
    expect(others().map(({ status }) => status)).toEqual(['paused']);
    turn();
    expect(state().status).toBe('paused');
  });

  test('are not left while they are sent', () => {
    const { begin, turn, state } = waves(waveStates.over);
    begin({ state: waveStates.submitting, effects: [] });
    turn();
    expect(state().status).toBe('submitting');
  });

  test('do not bring back the other rows of the file when something is mended', async () => {
    const { ports } = fakePorts();
    const opened = { session, services: { clock: ports.clock } as Services } as unknown as Opened;
    opened.forMany = (known) => ({ ...opened, session: known });
    const host = 'https://fabrikam-my.sharepoint.com';
    const text = [
      'type,source,target,targetHost',
      `user,a@contoso.com,a@fabrikam.com,${host}`,
      `Usr,b@contoso.com,b@fabrikam.com,${host}`,
    ].join('\n');
    const wave = await openWaveIn(opened, { name: 'wave.csv', text }, ports);
    if (!wave.ok) throw new Error('It can be read');
    const { lines, file } = wave.value.state();
    expect(file.fixes).toHaveLength(1);
    wave.value.retry(lines.filter(({ row }) => row === 2));
    expect(wave.value.state().file.fixes).toEqual([]);
    wave.value.mend(file.fixes);
    expect(wave.value.state().lines.map(({ row }) => row)).toEqual([2]);
  });

  test('of which nothing was submitted are left for the wave they came from', async () => {
    const { begin, state, ...more } = waves(waveStates.over);
    begin({ state: again, effects: [] });
    const { engine } = fakeWave(again);
    await leaveWave({ ...engine, ...more, state }, fakePorts().ports.clock);
    expect(state().status).toBe('over');
  });
});
