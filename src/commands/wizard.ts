import { finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import type { OnSignIn, Place, ProfileWish, WaveSource } from '../wizard/screens.ts';
import type { Raw } from './command.ts';
import type { Entering } from './enter-place.ts';
import { placesFor } from './places.ts';
import type { Opened } from './session.ts';
import { argvOf, readSettings, type Settings } from './settings.ts';
import { showScreens } from './show-screens.ts';

/** The wizard from its welcome screen. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  if (!settings.value.mayAsk) return withoutTerminal(raw, ports);
  return welcome(settings.value, ports);
}

/** Nobody can be asked: a script gets a document, a person the short help. */
function withoutTerminal(raw: Raw, ports: Ports): number {
  const argv = argvOf(raw);
  if (raw.flags.json === true || raw.flags.events === true) return refuse([commandMissing], 2, argv, ports);
  ports.streams.out.write('crossorg needs a terminal for its wizard. See what it does by flags: crossorg --help\n');
  return 0;
}

const commandMissing = finding(
  {
    field: 'command',
    code: 'commandMissing',
    what: 'There is no command, and no terminal for the wizard.',
    why: 'With --json and --events nothing is asked, so it has to be said what to do.',
    next: [{ do: 'Name a command.', who: 'you', command: 'crossorg --help' }],
  },
  { from: 'input' },
);

export type WelcomeOptions = { isDemo?: boolean };

/** Shows the welcome screen. What works with sessions is loaded, and opened, only when a place is chosen. */
export async function welcome(
  settings: Settings,
  ports: Ports,
  { isDemo = false }: WelcomeOptions = {},
): Promise<number> {
  const opened = new Map<string, Opened[]>();
  const model = modelOf(settings, ports, { isDemo, opened });
  try {
    for (let isAgain = false; ; isAgain = true) {
      const places = await placesFor(settings, ports, isDemo);
      const wishes: ProfileWish[] = [];
      const ask = isDemo ? {} : { changeProfile: (wish: ProfileWish) => void wishes.push(wish) };
      const exitCode = await showScreens({ ...model, ...places, ...ask, isAgain }, settings, ports);
      const [wish] = wishes;
      if (!wish) return exitCode;
      await (await import('./profile/change.ts')).changeProfile(wish, settings, ports);
    }
  } finally {
    for (const session of [...opened.values()].flat()) session.close();
  }
}

type Sessions = { isDemo: boolean; opened: Map<string, Opened[]> };

/** What the screens open, each part loaded when it is asked for. The sessions are kept, to be closed in the end. */
function modelOf(settings: Settings, ports: Ports, { isDemo, opened }: Sessions) {
  const at = (place: Place, onSignIn: OnSignIn) => {
    const sessions = opened.get(place.id) ?? [];
    const onOpened = (session: Opened) => opened.set(place.id, [session, ...(opened.get(place.id) ?? [])]);
    const own = sessions.find((session) => session.own)?.own;
    return { place, settings, ports, onSignIn, onOpened, ...(own ? { own } : {}) };
  };
  const enter = async (around: ReturnType<typeof at>, more: Pick<Entering, 'isFresh' | 'from'>) =>
    (await import('./enter-place.ts')).enterPlace({ ...around, ...more });
  return {
    engine: null,
    open: (place: Place, onSignIn: OnSignIn) => enter(at(place, onSignIn), { isFresh: isDemo, from: null }),
    work: async (place: Place) => (await import('./known-work.ts')).knownWork(place, ports),
    follow: (place: Place, runId: string, onSignIn: OnSignIn) =>
      enter(at(place, onSignIn), { isFresh: false, from: { runId } }),
    followMany: async (place: Place, runId: string, onSignIn: OnSignIn) =>
      (await import('./enter-run.ts')).enterRun(at(place, onSignIn), runId),
    drafts: async (place: Place) => (await import('./known-drafts.ts')).knownDrafts(place, ports),
    continueDraft: (place: Place, draftId: string, onSignIn: OnSignIn) =>
      enter(at(place, onSignIn), { isFresh: false, from: { draftId } }),
    openWave: async (place: Place | null, source: WaveSource) => {
      const [session] = opened.get(place?.id ?? '') ?? [];
      if (!session) throw new Error('Many moves are opened from a place that is open');
      return (await import('./open-wave.ts')).openWaveIn(session, source, ports);
    },
  };
}
