import type { CommandEntry } from '../command.ts';
import { only } from './parts.ts';

export const helping: readonly CommandEntry[] = [
  {
    name: 'explain',
    summary: 'Says what an error means and what to do, offline.',
    args: [{ name: 'TEXT', about: 'An error code, or the text of an error.', many: true, from: 'code' }],
    options: only([]),
    examples: [
      { line: 'crossorg explain MnAOdbUsersAreNotLicensed', about: 'one code' },
      { line: 'crossorg explain', about: 'all of them' },
    ],
    load: () => import('../explain.ts'),
  },
  {
    name: 'bundle',
    summary: 'Shows what a support bundle would hold, and writes it; nothing is sent anywhere.',
    args: [],
    options: only([
      {
        flag: 'out',
        value: 'FILE',
        about: 'The file to write; without a terminal nothing is written without it.',
        from: 'file',
      },
      { flag: 'force', about: 'Replace the file when it is there.' },
    ]),
    examples: [
      { line: 'crossorg bundle', about: 'shows it, and asks before it writes' },
      { line: 'crossorg bundle --out crossorg-bundle.txt', about: 'writes it to this file' },
    ],
    load: () => import('../bundle.ts'),
  },
  {
    name: 'schema',
    summary: 'Prints the JSON Schemas of the output, for programs that read it.',
    args: [{ name: 'KIND', about: 'The kind of a document, or event; all kinds are listed without it.', from: 'kind' }],
    options: only([]),
    examples: [
      { line: 'crossorg schema', about: 'lists the kinds' },
      { line: 'crossorg schema migrate', about: 'what crossorg migrate --json prints' },
      { line: 'crossorg schema --json', about: 'all of them in one JSON Schema' },
    ],
    load: () => import('../schema.ts'),
  },
  {
    name: 'completion',
    summary: 'Prints a script that lets a shell complete commands, flags and values.',
    args: [
      { name: 'bash|zsh|fish|pwsh', about: 'The shell; what to do with the script stands at its top.', needed: true },
    ],
    options: only([]),
    examples: [
      { line: 'crossorg completion bash', about: 'in ~/.bashrc: source <(crossorg completion bash)' },
      { line: 'crossorg completion zsh', about: 'in ~/.zshrc: source <(crossorg completion zsh)' },
      { line: 'crossorg completion fish', about: 'in config.fish: crossorg completion fish | source' },
      {
        line: 'crossorg completion pwsh',
        about: 'in $PROFILE: crossorg completion pwsh | Out-String | Invoke-Expression',
      },
    ],
    load: () => import('../completion.ts'),
  },
];
