import type { Machine } from '../ports/ports.ts';
import { version } from '../version.ts';
import type { Raw } from './command.ts';

/** The first line of a log: which program, and which command with which flags. Values may be about people. */
export const logHead = (name: string, { flags, set }: Raw, { node, platform }: Machine): string =>
  [
    `crossorg ${version} node ${node} ${platform}`,
    name || 'wizard',
    ...[...set].map((key) => flagOf(key, flags[key])),
  ].join(' ');

const flagOf = (key: string, value: string | boolean | undefined): string =>
  `--${value === false ? 'no-' : ''}${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
