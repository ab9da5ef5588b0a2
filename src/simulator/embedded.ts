import { type ClockFace, type RealTime, type SimulatedClock, serviceTime, simulatedNow } from './clock.ts';
import { createWorld } from './create-world.ts';
import { deliver } from './delivery.ts';
import { exchange } from './exchange.ts';
import { isScenarioName, type ScenarioName } from './scenarios.ts';
import { catchUp } from './submit.ts';
import { tokenFor } from './tokens.ts';
import type { World } from './world.ts';

/** Keeps one text between processes; `work` runs alone over all of them, and the text it returns is kept (null: none). */
export type WorldStore = {
  exclusively<T>(work: (text: string | null) => { text: string | null; value: T }): T;
};

export type EmbeddedOptions = RealTime & {
  store: WorldStore;
  scenario?: ScenarioName;
  seed?: number;
  speed?: number;
};

export type Embedded = {
  /** As the platform's fetch; durations of faults are simulated. */
  fetch(url: string, init: EmbeddedInit): Promise<Response>;
  clock: SimulatedClock;
  /** A bearer token of the source's admin (of the target's by its tenant id); `fresh` signs in again. */
  token(options?: { fresh?: boolean; tid?: string }): string;
  /** The world as it stands now: a copy to look at. */
  world(): World;
  /** A new world of the same scenario, seed and speed; all tasks are gone. */
  reset(): void;
};

type EmbeddedInit = { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal };

type Saved = { form: typeof form; face: ClockFace; world: World };

/** Another form is another program version: its world is not read. */
const form = 'crossorg-simulator/2';
const usualSpeed = 60;
const usualSeed = 1;
/** The whole world is written at every request: a long log would be paid for each time. */
const keptRequests = 500;

/**
 * The simulator inside the program. Its world outlives the process, so that another one finds the tasks of the first; its clock
 * goes on in between. A scenario or seed that differs from the saved one starts a new world without the old tasks: stories never mix.
 * Without a scenario the saved world goes on. Errors of the store are thrown.
 */
export function openEmbedded(options: EmbeddedOptions): Embedded {
  const { store, realNow, realSleep } = options;
  let seen = store.exclusively((text) => kept(opened(parsed(text), options)));
  let serial = seen.world.tokenSerial;
  const now = (): number => simulatedNow(seen.face, realNow());
  const sleep: SimulatedClock['sleep'] = (ms, signal) => realSleep(ms / seen.face.speed, signal);

  /** One step, alone over all processes: load, change, save. */
  const change = <T>(work: (world: World) => T): T =>
    store.exclusively((text) => {
      seen = parsed(text) ?? fresh(options);
      const value = work(seen.world);
      return { ...kept(seen), value };
    });

  return {
    clock: { now, sleep },
    world: () => structuredClone(change((world) => caughtUp(world, now()))),
    async fetch(url, { method, headers, body, signal }) {
      signal?.throwIfAborted();
      const incoming = { method, url, headers: lowerCased(headers), body: body ?? null };
      const delivery = change((world) => exchange(world, incoming, now()));
      return deliver(delivery, sleep, signal);
    },
    token({ fresh: again = false, tid } = {}) {
      if (again) serial = change((world) => world.tokenSerial);
      return tokenFor(seen.world, { serial, now: now(), ...(tid === undefined ? {} : { tid }) });
    },
    reset() {
      seen = store.exclusively((text) => kept(fresh({ ...options, ...named(parsed(text)) })));
      serial = seen.world.tokenSerial;
    },
  };
}

function caughtUp(world: World, now: number): World {
  catchUp(world, serviceTime(world, now));
  return world;
}

const kept = (saved: Saved): { text: string; value: Saved } => ({ text: JSON.stringify(saved), value: saved });

function parsed(text: string | null): Saved | null {
  try {
    const saved = JSON.parse(text ?? 'null') as Saved | null;
    return saved?.form === form && isScenarioName(saved.world.scenario) ? saved : null;
  } catch {
    return null;
  }
}

/** After half a day its clock, which runs fast, would be weeks ahead of the one on the wall. */
const isStale = ({ face }: Saved, realNow: number): boolean => realNow - face.realEpoch > 12 * 3_600_000;

/** The saved world when it is the one asked for, at the speed asked for; otherwise a new one. */
function opened(saved: Saved | null, options: EmbeddedOptions): Saved {
  const { scenario, seed, speed, realNow } = options;
  if (saved === null || isStale(saved, realNow())) return fresh(options);
  const { world, face } = saved;
  if ((scenario ?? world.scenario) !== world.scenario || (seed ?? world.seed) !== world.seed) return fresh(options);
  if (speed === undefined || speed === face.speed) return saved;
  const at = realNow();
  return { ...saved, face: { epoch: simulatedNow(face, at), realEpoch: at, speed }, world: { ...world, speed } };
}

/** What a new world takes over from the one that it replaces. */
const named = (saved: Saved | null): { scenario?: ScenarioName; seed?: number; speed?: number } =>
  saved === null || !isScenarioName(saved.world.scenario)
    ? {}
    : { scenario: saved.world.scenario, seed: saved.world.seed, speed: saved.face.speed };

/** Simulated time starts at the real time. */
function fresh({ scenario = 'clean', seed = usualSeed, speed = usualSpeed, realNow }: EmbeddedOptions): Saved {
  const startedAt = realNow();
  const world = createWorld({ scenario, seed, startedAt, speed });
  world.options.logLimit = keptRequests;
  return { form, face: { epoch: startedAt, realEpoch: startedAt, speed }, world };
}

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
