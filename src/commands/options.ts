import type { Known, QuestionId } from '../plan/answers.ts';
import type { Question } from '../plan/question.ts';
import type { OptionSpec } from './command.ts';

/** Flags every command takes, before or after its name. */
export const everywhere: readonly OptionSpec[] = [
  { flag: 'profile', value: 'NAME', about: 'The saved pair of tenants to use (CROSSORG_PROFILE).' },
  { flag: 'source-tenant', value: 'ID', about: 'The tenant the brought token has to belong to.' },
  { flag: 'simulator', about: 'Use the built-in simulator: no tenant is contacted.' },
  { flag: 'scenario', value: 'NAME', about: "The simulator's story, such as clean or target-exists." },
  { flag: 'time-zone', value: 'ZONE', about: "Where dates without an offset are; the system's zone otherwise." },
  {
    flag: 'graph-url',
    value: 'URL',
    about: 'Another Graph: https, or http on this computer (CROSSORG_GRAPH_URL).',
  },
  { flag: 'json', about: 'One JSON document on standard output; never asks.' },
  { flag: 'events', about: 'One JSON object a line as things happen; never asks.' },
  { flag: 'no-prompt', about: 'Never ask: a missing answer ends the command.' },
  { flag: 'line', about: 'Plain lines for screen readers and pipes (CROSSORG_LINE, ACCESSIBLE).' },
  { flag: 'ascii', about: 'Only ASCII symbols.' },
  { flag: 'no-color', about: 'No colours (NO_COLOR).' },
  { flag: 'no-motion', about: 'Nothing on the screen moves by itself.' },
  { flag: 'log', value: 'FILE', about: 'Write what is sent and answered to a file, without secrets.' },
  { flag: 'help', short: 'h', about: 'Show this help.' },
  { flag: 'version', short: 'V', about: 'Show the version.' },
];

type Words = Pick<Question<never>, 'flag' | 'prompt' | 'help' | 'example' | 'choices'>;

/** The answers as flags. Their words are those of the questions, so that both always say the same. */
export const answerOptions = (questions: { readonly [K in QuestionId]: Words }): OptionSpec[] =>
  Object.values(questions).flatMap((words) =>
    words.flag === null ? [] : [{ flag: words.flag, value: placeholderOf(words), about: aboutAnswer(words) }],
  );

const placeholderOf = ({ choices }: Words): string => choices?.map(({ value }) => value).join('|') ?? 'VALUE';

const nothingKnown: Known = {};

function aboutAnswer({ help, prompt, example, choices }: Words): string {
  const said = [prompt(nothingKnown), help(nothingKnown)].filter((text) => text !== '').join(' ');
  return choices ? said : `${said} Example: ${example(nothingKnown)}`;
}

export const confirmation: OptionSpec = {
  flag: 'confirm',
  value: 'WORD',
  about: 'The typed confirmation: yes, or the number of rows.',
};

/** What a migration takes beside its answers. */
export const moveOptions: readonly OptionSpec[] = [
  { flag: 'dry-run', about: 'Stop after the dry run: nothing is moved.' },
  confirmation,
  { flag: 'confirm-target', value: 'NAME', about: "The target tenant's name, on a profile's first live use." },
  { flag: 'change', value: 'TEXT', about: 'A change number, kept in ledger and reports.' },
  { flag: 'plan-out', value: 'FILE', about: 'Save the checked plan.' },
  { flag: 'watch', about: 'After submitting, follow the task until it is final.' },
];

export const timeLimit: OptionSpec = {
  flag: 'timeout',
  value: 'TIME',
  about: 'Stop watching after so long, such as 30m or 8h; the work goes on.',
};

export const lastRun: OptionSpec = { flag: 'last', about: 'The last run.' };

export const simulateOptions: readonly OptionSpec[] = [
  { flag: 'port', value: 'NUMBER', about: 'The port to listen on; a free one otherwise.' },
  { flag: 'seed', value: 'NUMBER', about: 'Makes the same things happen again.' },
  { flag: 'speed', value: 'FACTOR', about: 'How fast its clock runs: 60 shows an hour in a minute.' },
  { flag: 'list', about: 'List the scenarios, and who meets trouble in them; nothing is started.' },
];
