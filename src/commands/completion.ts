import { createOutput, documentOf, noFace } from '../frontends/output.ts';
import { type Finding, finding } from '../plan/finding.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { closest } from './closest.ts';
import type { Raw } from './command.ts';
import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import { pwshScript } from './completion/pwsh.ts';
import { zshScript } from './completion/zsh.ts';
import { argvOf } from './settings.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript, pwsh: pwshScript } as const;

const shells = Object.keys(scripts) as readonly (keyof typeof scripts)[];

/** A script that lets a shell ask `crossorg complete` what fits at the cursor. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const { streams, clock } = ports;
  const [name] = raw.args;
  const shell = shells.find((one) => one === name);
  if (shell === undefined)
    return refuse([name === undefined ? shellMissing : shellUnknown(name)], 2, argvOf(raw), ports);
  const output = createOutput({ json: raw.flags.json === true, events: raw.flags.events === true, streams });
  const lines = scripts[shell].trimEnd().split('\n');
  output.text(lines);
  output.finish(documentOf('completion', 0, noFace, { shell, lines, next: [] }), clock.now());
  return 0;
}

const list = `${shells.slice(0, -1).join(', ')} or ${shells.at(-1)}`;

const shellMissing = finding(
  {
    field: 'command',
    code: 'shellMissing',
    what: 'It is not said which shell the script is for.',
    why: 'Each shell has a language of its own.',
    next: [{ do: `Name it: ${list}.`, who: 'you', command: 'crossorg completion --help' }],
  },
  { from: 'input' },
);

function shellUnknown(name: string): Finding {
  const meant = /^power/i.test(name) ? 'pwsh' : closest(name, shells);
  return finding(
    {
      field: 'command',
      code: 'shellUnknown',
      what: `There is no script for the shell ${quoted(name)}.`,
      why: `There is one for ${list}.`,
      next: `Write crossorg completion ${meant ?? 'bash'}.`,
    },
    { from: 'input', ...(meant ? { suggestion: meant } : {}) },
  );
}
