/**
 * Everything outside the program, listed once. Functions take `Pick<Ports, …>`; `node.ts` has the real ones and
 * tests pass their own.
 */
export type Clock = {
  /** Milliseconds since 1970, UTC. In the embedded simulator this is the simulated time. */
  now(): number;
  /** Resolves after so many milliseconds of this clock, or rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export type Random = {
  /** A new GUID in lower case. */
  guid(): string;
  /** Evenly between 0 (included) and 1 (excluded). */
  fraction(): number;
};

/** The platform's fetch, narrowed to what the client uses. Rejects as `fetch` does. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;
export type FetchInit = {
  method: string;
  headers: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
  redirect: 'manual';
};

export type Tokens = {
  /**
   * A bearer token for the source tenant, null when there is none, or why there is none now. `fresh` asks for one that was
   * not used before.
   */
  source(options?: { fresh?: boolean }): Promise<string | null | TokenTrouble>;
};

/** Why a sign-in could not be renewed: the way to the sign-in service, or its answer. */
export type TokenTrouble =
  | { trouble: 'network'; reason: string; detail: string }
  | { trouble: 'signIn'; code: string; message: string };

/** One SQLite file. Errors are thrown: a full disk or a broken file is not an everyday event. */
export type Database = {
  run(sql: string, ...values: (string | number | null)[]): void;
  all(sql: string, ...values: (string | number | null)[]): Record<string, unknown>[];
  close(): void;
};

export type Files = {
  /** Null when there is no such file. */
  read(path: string): Promise<string | null>;
  /** The same as bytes, for files whose encoding nobody knows yet. */
  bytes(path: string): Promise<Uint8Array | null>;
  /** Atomic and durable, readable by the owner only (0600), folders made on the way. */
  write(path: string, text: string): Promise<void>;
  /** Adds text at the end at once; makes the file (0600) and its folder when there is none. */
  append(path: string, text: string): void;
  remove(path: string): Promise<void>;
  /** Names in a folder, empty when there is none. */
  list(folder: string): Promise<string[]>;
  /**
   * Opens or makes a SQLite file, readable by the owner only; loads the engine late. As a `lock` it is only ever locked:
   * nothing is written to it, and a power cut may take it away.
   */
  database(path: string, use?: 'lock'): Promise<Database>;
  join(...parts: string[]): string;
};

export type Folders = {
  /** Settings and profiles. */
  config: string;
  /** Ledger, drafts, the simulator's world. */
  state: string;
};

export type Stream = { write(text: string): void; isTTY: boolean; columns: number; rows: number };

export type Streams = {
  out: Stream;
  err: Stream;
  stdin: { isTTY: boolean; stream: NodeJS.ReadStream };
  /** The real ones, for Ink and prompts only. */
  raw: { stdout: NodeJS.WriteStream; stderr: NodeJS.WriteStream };
};

export type Env = Readonly<Record<string, string | undefined>>;

/** This computer, as far as the ledger records it, and the version of Node it runs this on. */
export type Machine = {
  name: string;
  user: string;
  platform: string;
  zone: string;
  locale: string;
  node: string;
  /** The folder the command was started in. */
  cwd: string;
  /** Thousands of rows are worked on from here on: memory is given back early rather than kept for what may come. */
  saveMemory?: () => void;
};

export type LogPlace = 'live' | 'simulator' | 'custom';

/** Where this process logs. Lines are built from an allow-list: no secrets, no names, no addresses. */
export type Logs = {
  /** Adds a line to the log of a place; the first one makes its file. Never throws: a full disk stops no move. */
  add(place: LogPlace, line: string): void;
};

export type Clipboard = {
  /** Puts text on the system's own clipboard; false when there is none, or when it did not take it within a second. */
  copy(text: string): Promise<boolean>;
};

export type Browser = {
  /** Opens an https address in the person's own browser; false where there is none to open, as over SSH. */
  open(address: string): Promise<boolean>;
};

export type Page = { status: number; html: string };

export type Loopback = {
  /**
   * Answers GET requests on a free port of 127.0.0.1 until it is closed. `answer` gets the path with its query. Rejects
   * when no port can be had.
   */
  listen(answer: (path: string) => Page): Promise<{ port: number; close(): void }>;
};

/** The operating system's store for secrets. */
export type Keystore = {
  /** `secret` is null when there is none of that name; not ok when the store is absent, locked or refuses. */
  get(name: string): Promise<{ ok: true; secret: string | null } | { ok: false }>;
  /** False when the store is absent or refuses. */
  set(name: string, secret: string): Promise<boolean>;
  remove(name: string): Promise<void>;
};

/** AES-256-GCM with a new nonce each time; keys and sealed texts are base64. */
export type Cipher = {
  newKey(): Promise<string>;
  seal(text: string, key: string): Promise<string>;
  /** Null when it was not sealed with this key, or changed since. */
  open(sealed: string, key: string): Promise<string | null>;
};

export type Signals = {
  /** Stops this process until the shell wakes it up again; null where the system has no such thing. */
  suspend: (() => Promise<void>) | null;
  /** Calls back on Ctrl+C or a request to end; returns how to stop listening. */
  onStop(callback: (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void): () => void;
  /** Calls back whenever the window was resized, also when it has its old size again by then; returns how to stop listening. */
  onResize(callback: () => void): () => void;
};

export type Ports = {
  clock: Clock;
  random: Random;
  fetch: Fetch;
  files: Files;
  folders: Folders;
  streams: Streams;
  env: Env;
  machine: Machine;
  clipboard: Clipboard;
  browser: Browser;
  loopback: Loopback;
  keystore: Keystore;
  cipher: Cipher;
  signals: Signals;
  /** Of the command that runs; none before there is one. */
  logs?: Logs;
};
