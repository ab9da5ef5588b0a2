import type { Ports } from '../ports/ports.ts';

/** A command line, read: operands, and flags under their camelCase names (`--no-x` is `x: false`). */
export type Raw = {
  args: string[];
  flags: Record<string, string | boolean | undefined>;
  /** The names of the flags that really stood on the command line. */
  set: ReadonlySet<string>;
};

/** What a command's file exports: it runs to its end and returns the exit code. */
export type CommandModule = { run(raw: Raw, ports: Ports): Promise<number> };

/**
 * Where a shell that completes a line finds what can stand in a place. Words that a placeholder lists with bars, such as
 * `user|site` or `RUN|prune`, need no source.
 */
export type ValueSource = 'profile' | 'scenario' | 'location' | 'zone' | 'run' | 'code' | 'kind' | 'file';

export type OptionSpec = {
  /** Without dashes, such as `source-upn` or `no-color`. */
  flag: string;
  short?: string;
  /** What the value stands for, such as `NAME`; a flag without one is a switch. */
  value?: string;
  about: string;
  from?: ValueSource;
};

export type ArgSpec = { name: string; about: string; many?: true; needed?: true; from?: ValueSource };

export type Example = { line: string; about: string };

/** One command as data. Its own code is loaded only when it runs. */
export type CommandEntry = {
  /** Empty for what `crossorg` alone does. */
  name: string;
  summary: string;
  args: readonly ArgSpec[];
  /** The command's own flags, beside those that go everywhere. */
  options(): Promise<readonly OptionSpec[]>;
  examples: readonly Example[];
  load(): Promise<CommandModule>;
};

/** The name a flag has in `Raw`. */
export const flagKey = (flag: string): string =>
  flag.replace(/^no-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
