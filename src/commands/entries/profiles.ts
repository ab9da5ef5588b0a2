import type { ProfileField } from '../../plan/profile-field.ts';
import type { CommandEntry, OptionSpec } from '../command.ts';
import { everywhere } from '../options.ts';

export const profiles: readonly CommandEntry[] = [
  {
    name: 'profile',
    summary: 'Saved pairs of tenants: lists, shows, makes, changes, removes, exports and imports them.',
    args: [
      { name: 'list|show|new|edit|remove|export|import', about: 'What to do; list without it.' },
      { name: 'NAME', about: 'Which profile; the file for import.', many: true, from: 'profile' },
    ],
    options: profileOptions,
    examples: [
      { line: 'crossorg profile new c2f', about: 'asks for the two tenants and what saves typing' },
      {
        line: 'crossorg profile new c2f --target-tenant fabrikam.com --auth device',
        about: 'some of it by flags; tenant ids are looked up from the domains',
      },
      { line: 'crossorg profile edit c2f --window 22:00-06:00 --time-zone Europe/Berlin', about: 'changes two values' },
      { line: 'crossorg profile export c2f --out c2f.json', about: 'for another computer; it holds no secrets' },
      { line: 'crossorg profile import c2f.json', about: 'checks all of it, then saves it' },
    ],
    load: () => import('../profile.ts'),
  },
];

/** Every value of a profile that no flag of all commands covers, in the words of its field. */
async function profileOptions(): Promise<OptionSpec[]> {
  const { fieldAt, fieldIds } = await import('../../plan/profile-fields.ts');
  const known = new Set(everywhere.map(({ flag }) => flag));
  const own = fieldIds.map(fieldAt).filter(({ flag }) => !known.has(flag));
  return [
    ...own.flatMap(optionsOf),
    { flag: 'confirm', value: 'NAME', about: 'With remove: the name of the profile once more.' },
    { flag: 'out', value: 'FILE', about: 'With export: write to a file in place of standard output.', from: 'file' },
    { flag: 'force', about: 'With import: replace profiles that are there; with export: the file.' },
  ];
}

const placeholders = { text: 'VALUE', list: 'LIST', number: 'NUMBER', switch: '' } as const;

function optionsOf({ flag, kind, prompt, help, example, choices }: ProfileField<unknown>): OptionSpec[] {
  const about = `${prompt} ${help}`;
  if (kind === 'switch')
    return [
      { flag, about },
      { flag: `no-${flag}`, about: 'The opposite.' },
    ];
  if (choices) return [{ flag, value: choices.map(({ value }) => value).join('|'), about }];
  return [{ flag, value: placeholders[kind], about: `${about} Example: ${example}` }];
}
