import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bashScript } from '../../src/commands/completion/bash.ts';
import { shellNamed } from '../support/shells.ts';

const bash = shellNamed('bash');

type Row = {
  name: string;
  line: string;
  /** The words as bash breaks them, at = and : too, and the number of the one at the cursor. */
  words: string[];
  at: number;
  /** What crossorg answers. */
  answer: string;
  asked: string[];
  reply: string[];
};

const rows: Row[] = [
  {
    name: 'a command',
    line: 'crossorg mig',
    words: ['crossorg', 'mig'],
    at: 1,
    answer: 'migrate\tOne migration.\n:4',
    asked: ['mig'],
    reply: ['migrate'],
  },
  {
    name: 'an empty word at the end',
    line: 'crossorg migrate ',
    words: ['crossorg', 'migrate', ''],
    at: 2,
    answer: 'user\t\nsite\t\n:4',
    asked: ['migrate', ''],
    reply: ['user', 'site'],
  },
  {
    name: 'a value behind an equals sign',
    line: 'crossorg migrate --type=u',
    words: ['crossorg', 'migrate', '--type', '=', 'u'],
    at: 4,
    answer: '--type=user\t\n:4',
    asked: ['migrate', '--type=u'],
    reply: ['user'],
  },
  {
    name: 'nothing yet behind an equals sign',
    line: 'crossorg --type=',
    words: ['crossorg', '--type', '='],
    at: 2,
    answer: '--type=user\t\n--type=site\t\n:4',
    asked: ['--type='],
    reply: ['user', 'site'],
  },
  {
    name: 'a value with a colon in it',
    line: 'crossorg --graph-url http://loc',
    words: ['crossorg', '--graph-url', 'http', ':', '//loc'],
    at: 4,
    answer: 'http://localhost\t\n:4',
    asked: ['--graph-url', 'http://loc'],
    reply: ['//localhost'],
  },
  {
    name: 'a value with spaces, which stays one word',
    line: "crossorg migrate --start 'sat 22:00' gr",
    words: ['crossorg', 'migrate', '--start', "'sat 22:00'", 'gr'],
    at: 4,
    answer: 'group\t\n:4',
    asked: ['migrate', '--start', "'sat 22:00'", 'gr'],
    reply: ['group'],
  },
  {
    name: 'an offer with spaces, which is escaped',
    line: 'crossorg --profile m',
    words: ['crossorg', '--profile', 'm'],
    at: 2,
    answer: 'my pair\t\n:4',
    asked: ['--profile', 'm'],
    reply: ['my\\ pair'],
  },
  {
    name: 'a word that would be a command, which is not run',
    line: 'crossorg migrate $(touch pwned) --dry',
    words: ['crossorg', 'migrate', '$(touch pwned)', '--dry'],
    at: 3,
    answer: '--dry-run\tStop after the dry run.\n:4',
    asked: ['migrate', '$(touch pwned)', '--dry'],
    reply: ['--dry-run'],
  },
  {
    name: 'the cursor in the middle of the line',
    line: 'crossorg mig',
    words: ['crossorg', 'mig', '--json'],
    at: 1,
    answer: 'migrate\t\n:4',
    asked: ['mig'],
    reply: ['migrate'],
  },
  {
    name: 'a program that fails',
    line: 'crossorg mig',
    words: ['crossorg', 'mig'],
    at: 1,
    answer: '',
    asked: ['mig'],
    reply: [],
  },
];

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Sources the script as a person's shell does, twice because people do, and calls its function as bash does. */
const scriptFor = ({ line, words, at, answer }: Row): string => `
set -u
${bashScript}
${bashScript}
crossorg() { printf '%s\\n' "$@" >&3; printf '%s\\n' ${quoted(answer)}; }
COMP_LINE=${quoted(line)} COMP_POINT=${line.length} COMP_CWORD=${at}
COMP_WORDS=(${words.map(quoted).join(' ')})
_crossorg
for reply in \${COMPREPLY[@]+"\${COMPREPLY[@]}"}; do printf '%s\\n' "$reply"; done
`;

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

test.skipIf(bash.path === null).each(rows)(`bash completes $name${bash.note}`, (row) => {
  const { stdout, stderr, output } = spawnSync(bash.path ?? '', ['--norc', '-c', scriptFor(row)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  expect(stderr).toBe('');
  expect(linesOf(output[3] ?? '')).toEqual(['complete', '--', ...row.asked]);
  expect(linesOf(stdout)).toEqual(row.reply);
});
