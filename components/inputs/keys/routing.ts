import { isCtrl, type Key, type KeyKind } from './key.ts';

/**
 * What a handler did with a key. `false`: not mine, ask the next handler. `true`: taken, and the screen may change.
 * `'edited'`: taken, and only my own text or focus changed, so that more keys may follow before the next render.
 * `'submitted'`: as `true`; if I am still the one asked afterwards, the answer was refused, and what was typed ahead is
 * dropped because it was meant for the next question.
 */
export type KeyResult = boolean | 'edited' | 'submitted';
export type KeyHandler = (key: Key) => KeyResult;

/** Within one screen or overlay a focused widget is asked first; global keys are asked last, everywhere. */
export type Role = 'widget' | 'screen' | 'global';

export type Registration = {
  role: Role;
  /** 0 for screens; an overlay has a higher number and hides what is below it. */
  scope: number;
  handle: KeyHandler;
  /** Keys are dropped until it is armed. */
  armed: boolean;
  /** Called when it submitted and is still mounted after the commit. */
  stayed: () => void;
};

/** More keys than anybody types ahead; a broken terminal must not fill the memory. */
const LONGEST_QUEUE = 10_000;

const EDITS: ReadonlySet<KeyKind> = new Set<KeyKind>([
  'text',
  'paste',
  'backspace',
  'delete',
  'up',
  'down',
  'left',
  'right',
  'wordLeft',
  'wordRight',
  'home',
  'end',
  'pageUp',
  'pageDown',
]);

type Routed = { result: KeyResult; by: Registration | null } | 'later' | 'held';

/**
 * Hands keys, one by one, to whoever is active at the moment a key is processed. Type-ahead therefore reaches the next
 * question: after a key that may have changed the screen, the rest waits until React has committed and the new screen
 * has registered. While no screen is registered at all, keys are kept.
 */
export class KeyRouting {
  #queue: Key[] = [];
  #registrations: Registration[] = [];
  #scopes = 0;
  #waiting = false;
  #drainPlanned = false;
  /** Who took the last key as an edit: it may get the next edit without a render in between. */
  #editor: Registration | null = null;
  #submitter: Registration | null = null;
  readonly #askForCommit: () => void;

  /** `askForCommit` must lead to `committed()` once everything that was set before it is on the screen's tree. */
  constructor(askForCommit: () => void) {
    this.#askForCommit = askForCommit;
  }

  nextScope(): number {
    this.#scopes += 1;
    return this.#scopes;
  }

  /** Later ones of the same role and scope are asked first. Returns how to take it back. */
  register(registration: Registration): () => void {
    this.#registrations.push(registration);
    this.#planDrain();
    return () => {
      this.#registrations = this.#registrations.filter((other) => other !== registration);
      this.#planDrain();
    };
  }

  receive(keys: readonly Key[]): void {
    for (const key of keys) {
      if (isCtrl(key, 'c')) this.#interrupt(key);
      else if (this.#queue.length < LONGEST_QUEUE) this.#queue.push(key);
    }
    this.#drain();
  }

  /** React has put everything that earlier keys changed in place. */
  committed(): void {
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#editor = null;
    const submitter = this.#submitter;
    this.#submitter = null;
    if (submitter && this.#order().includes(submitter)) this.#queue = [];
    if (submitter && this.#registrations.includes(submitter)) submitter.stayed();
    this.#planDrain();
  }

  /** Ctrl+C never waits behind other keys, and what was typed before it no longer counts. */
  #interrupt(key: Key): void {
    this.#queue = [];
    this.#editor = null;
    const routed = this.#route(key);
    if (typeof routed === 'object' && routed.result !== false) this.#wait();
  }

  #drain(): void {
    while (!this.#waiting) {
      const key = this.#queue[0];
      if (key === undefined) return;
      const routed = this.#editor && !EDITS.has(key.kind) ? 'later' : this.#route(key);
      if (routed === 'held') return;
      if (routed === 'later') this.#wait();
      else {
        this.#queue.shift();
        this.#settle(routed);
      }
    }
  }

  #settle({ result, by }: Exclude<Routed, string>): void {
    if (result === false) return;
    if (result === 'edited') {
      this.#editor = by;
      return;
    }
    if (result === 'submitted') this.#submitter = by;
    this.#wait();
  }

  #route(key: Key): Routed {
    const order = this.#order();
    if (this.#editor && !order.includes(this.#editor)) this.#editor = null;
    const listens = order.some((registration) => registration.role !== 'global');
    const blind = order.some((registration) => !registration.armed);
    for (const registration of order) {
      if (this.#editor && registration !== this.#editor) return 'later';
      if (blind && registration.role !== 'global') continue;
      const result = registration.handle(key);
      if (result !== false) return { result, by: registration };
    }
    return listens ? { result: false, by: null } : 'held';
  }

  /** Who is asked, in order: widgets and screens of the topmost scope, then the global ones. */
  #order(): Registration[] {
    const latestFirst = this.#registrations.toReversed();
    const local = latestFirst.filter(({ role }) => role !== 'global');
    const top = Math.max(0, ...local.map(({ scope }) => scope));
    const shown = local.filter(({ scope }) => scope === top);
    return [
      ...shown.filter(({ role }) => role === 'widget'),
      ...shown.filter(({ role }) => role === 'screen'),
      ...latestFirst.filter(({ role }) => role === 'global'),
    ];
  }

  #wait(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    this.#askForCommit();
  }

  /** Never inside React's commit: handlers set state, and a chain of updates within one commit is an error. */
  #planDrain(): void {
    if (this.#drainPlanned || this.#queue.length === 0) return;
    this.#drainPlanned = true;
    queueMicrotask(() => {
      this.#drainPlanned = false;
      this.#drain();
    });
  }
}
