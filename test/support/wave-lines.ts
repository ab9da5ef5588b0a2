import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from './command-line.ts';
import { simulated } from './moves.ts';

export const host = 'https://fabrikam-my.sharepoint.com';
/** The columns of a person's line. */
export const names = 'type,source,target,targetHost';
export const person = (name: string, target = name): string =>
  `user,${name}@contoso.com,${target}@fabrikam.com,${host}`;
export const user = (number: number): string => `user${String(number).padStart(4, '0')}`;

export const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join('');

/** Waves of files that are written here as text, on the simulator of that computer. */
export function wavesOn(computer: CommandLine) {
  const file = (text: string, name = 'wave.csv'): string => {
    const path = join(computer.folder, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    file,
    wave: (text: string, ...flags: string[]) =>
      computer.run(['wave', file(text), ...simulated, '--budget', '100000', ...flags, '--json']),
    creates: (): number => computer.world.log.filter(({ kind }) => kind === 'create').length,
    calls: (): number => computer.world.log.length,
  };
}
