import { describe, expect, it } from 'vitest';
import { type EmbeddedOptions, openEmbedded, type WorldStore } from '../../src/simulator/embedded.ts';
import type { WireTask } from '../../src/wire/task.ts';
import { minute, startedAt, tasksUrl, user } from './driver.ts';

/** One machine: a store and a real clock that several processes share. */
class Machine {
  now = startedAt;
  text: string | null = null;
  inside = false;
  readonly slept: number[] = [];
  readonly store: WorldStore = {
    exclusively: (work) => {
      if (this.inside) throw new Error('the store is locked');
      this.inside = true;
      try {
        const { text, value } = work(this.text);
        this.text = text;
        return value;
      } finally {
        this.inside = false;
      }
    },
  };

  open(options: Partial<EmbeddedOptions> = {}) {
    const realSleep: EmbeddedOptions['realSleep'] = async (ms) => {
      this.slept.push(ms);
    };
    return openEmbedded({ store: this.store, realNow: () => this.now, realSleep, ...options });
  }
}

type Process = ReturnType<Machine['open']>;

async function ask(process: Process, method: string, url: string, parameters?: object) {
  const headers = { Authorization: `Bearer ${process.token()}`, 'Content-Type': 'application/json' };
  const body = parameters === undefined ? {} : { body: JSON.stringify({ parameters }) };
  const response = await process.fetch(url, { method, headers, ...body });
  return { status: response.status, body: (await response.json()) as WireTask };
}

const create = (process: Process, name: string) => ask(process, 'POST', tasksUrl, user(name));

describe('the embedded simulator', () => {
  it('lets one process see the tasks of another, and time goes on in between', async () => {
    const machine = new Machine();
    const { body } = await create(machine.open(), 'dana');
    machine.now += minute;
    const other = machine.open();
    expect(other.clock.now()).toBe(startedAt + 60 * minute);
    expect((await ask(other, 'GET', `${tasksUrl}/${body.id}`)).body).toMatchObject({
      id: body.id,
      status: 'completed',
    });
  });

  it('lets two open processes change one world in turn', async () => {
    const machine = new Machine();
    const [one, other] = [machine.open(), machine.open()];
    for (const [process, name] of [
      [one, 'dana'],
      [other, 'sam'],
      [one, 'kim'],
    ] as const)
      await create(process, name);
    expect(other.world().tasks.map(({ move }) => move.key)).toEqual([
      'user:dana@contoso.com',
      'user:sam@contoso.com',
      'user:kim@contoso.com',
    ]);
  });

  it('starts anew when another scenario is named, without the old tasks', async () => {
    const machine = new Machine();
    await create(machine.open({ scenario: 'throttled' }), 'dana').catch(() => null);
    expect(machine.open().world().scenario).toBe('throttled');
    await create(machine.open({ scenario: 'clean' }), 'dana');
    expect(machine.open({ scenario: 'clean' }).world().tasks).toHaveLength(1);
    expect(machine.open({ scenario: 'stuck' }).world()).toMatchObject({ scenario: 'stuck', tasks: [], requests: 0 });
  });

  it('starts anew when another seed is named', () => {
    const machine = new Machine();
    expect(machine.open({ seed: 8 }).world().seed).toBe(8);
    expect(machine.open().world().seed).toBe(8);
    expect(machine.open({ seed: 9 }).world().seed).toBe(9);
  });

  it('changes its speed without a jump in time', () => {
    const machine = new Machine();
    machine.open();
    machine.now += minute;
    const slower = machine.open({ speed: 1 });
    machine.now += minute;
    expect(slower.clock.now()).toBe(startedAt + 61 * minute);
  });

  it('sleeps simulated time', async () => {
    const machine = new Machine();
    await machine.open({ speed: 120 }).clock.sleep(2 * minute);
    expect(machine.slept).toEqual([1_000]);
  });

  it('resets to a new world of the same scenario', async () => {
    const machine = new Machine();
    const process = machine.open({ scenario: 'create-refused' });
    await create(process, 'dana');
    machine.now += minute;
    process.reset();
    expect(process.world()).toMatchObject({ scenario: 'create-refused', tasks: [], startedAt: startedAt + minute });
    expect(process.clock.now()).toBe(startedAt + minute);
  });

  it.each(['', '{', '{"form":"crossorg-simulator/0"}', 'null'])('starts anew over an unreadable world: %s', (text) => {
    const machine = new Machine();
    machine.text = text;
    expect(machine.open().world()).toMatchObject({ scenario: 'clean', tasks: [] });
  });

  it('keeps what a lost answer left behind', async () => {
    const machine = new Machine();
    const process = machine.open({ scenario: 'lost-after' });
    await expect(create(process, 'dana')).rejects.toThrow('fetch failed');
    expect(machine.open().world().tasks).toHaveLength(1);
  });

  it('needs a fresh token once the sign-in has expired', async () => {
    const process = new Machine().open({ scenario: 'expired-sign-in' });
    const status = async () => (await ask(process, 'GET', `${tasksUrl}/1`)).status;
    expect([await status(), await status()]).toEqual([404, 401]);
    process.token({ fresh: true });
    expect(await status()).toBe(404);
  });

  it('does nothing for a caller who had stopped before', async () => {
    const process = new Machine().open();
    const stopped = process.fetch(tasksUrl, {
      method: 'GET',
      headers: {},
      signal: AbortSignal.abort(new Error('stopped')),
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(process.world().requests).toBe(0);
  });
});
