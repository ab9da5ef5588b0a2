import type { Known, QuestionId } from '../plan/answers.ts';
import type { Question } from '../plan/question.ts';
import type { OptionSpec } from './command.ts';

/** Flags every command takes, before or after its name. */
export const everywhere: readonly OptionSpec[] = [
  {
    flag: 'profile',
    value: 'NAME',
    about: 'The saved pair of tenants to use (CROSSORG_PROFILE).',
    from: 'profile',
  },
  {
    flag: 'source-tenant',
    value: 'ID',
    about: 'The tenant moves start in: what the brought token has to belong to, or the profile is for.',
  },
  { flag: 'simulator', about: 'Use the built-in simulator: no tenant is contacted.' },
  {
    flag: 'scenario',
    value: 'NAME',
    about: "The simulator's story, such as clean or target-exists.",
    from: 'scenario',
  },
  {
    flag: 'time-zone',
    value: 'ZONE',
    about: "Where dates without an offset are; the system's zone otherwise.",
    from: 'zone',
  },
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
  {
    flag: 'log',
    value: 'FILE',
    about: 'Write the log to this file as well; it holds no secrets and no names.',
    from: 'file',
  },
  { flag: 'help', short: 'h', about: 'Show this help.' },
  { flag: 'version', short: 'V', about: 'Show the version.' },
];

type Words = Pick<Question<never>, 'flag' | 'prompt' | 'help' | 'example' | 'choices'>;

/** The answers as flags. Their words are those of the questions, so that both always say the same. */
export const answerOptions = (questions: { readonly [K in QuestionId]: Words }): OptionSpec[] =>
  Object.values(questions).flatMap((words) =>
    words.flag === null
      ? []
      : [{ flag: words.flag, value: placeholderOf(words), about: aboutAnswer(words), ...sourceOf(words.flag) }],
  );

const sourceOf = (flag: string): Pick<OptionSpec, 'from'> => (flag === 'target-location' ? { from: 'location' } : {});

const placeholderOf = ({ choices }: Words): string => choices?.map(({ value }) => value).join('|') ?? 'VALUE';

const nothingKnown: Known = {};

function aboutAnswer({ help, prompt, example, choices }: Words): string {
  const said = [prompt(nothingKnown), help(nothingKnown)].filter((text) => text !== '').join(' ');
  return choices ? said : `${said} Example: ${example(nothingKnown)}`;
}

const confirmation: OptionSpec = {
  flag: 'confirm',
  value: 'WORD',
  about: 'The typed confirmation: yes, or the number of rows.',
};

export const resendWord: OptionSpec = {
  flag: 'confirm',
  value: 'WORD',
  about: 'yes: rows that nobody answered are sent once more, where that is allowed. Nothing else needs a word.',
};

export const cancelWord: OptionSpec = {
  flag: 'confirm',
  value: 'WORD',
  about: 'The typed confirmation: yes for one task, the number of tasks for more.',
};

export const changeNumber: OptionSpec = {
  flag: 'change',
  value: 'TEXT',
  about: 'A change number, kept in ledger and reports.',
};

const dryRunOnly: OptionSpec = { flag: 'dry-run', about: 'Stop after the dry run: nothing is moved.' };
const watchAfter: OptionSpec = { flag: 'watch', about: 'After submitting, follow the task until it is final.' };

const targetName: OptionSpec = {
  flag: 'confirm-target',
  value: 'NAME',
  about: "The target tenant's name, on a profile's first live use.",
};

/** What a migration takes beside its answers. */
export const moveOptions: readonly OptionSpec[] = [
  dryRunOnly,
  confirmation,
  targetName,
  changeNumber,
  { flag: 'plan-out', value: 'FILE', about: 'Save the checked plan.', from: 'file' },
  watchAfter,
];

export const unitBudget: OptionSpec = {
  flag: 'budget',
  value: 'UNITS',
  about: 'Resource units a minute for all calls together; 600 otherwise.',
};

export const mostPending: OptionSpec = {
  flag: 'max-pending',
  value: 'NUMBER',
  about: 'Tasks of this wave that may wait in the service; 4000 otherwise.',
};

/** What a wave takes beside what stands in its file. */
export const waveOptions: readonly OptionSpec[] = [
  { flag: 'rows', value: 'RANGE', about: 'Only these rows, such as 1-20; the others stay drafts.' },
  { flag: 'from-map', about: 'The file is an identity map: move all its people; groups are left out.' },
  { flag: 'template', about: 'Print a file to begin with.' },
  { flag: 'stop-on-error', about: 'End at the first row that is refused.' },
  unitBudget,
  mostPending,
];

/** What submits rows that were planned earlier. */
export const rowOptions: readonly OptionSpec[] = [dryRunOnly, confirmation, targetName, watchAfter];

export const approval: OptionSpec = {
  flag: 'plan-id',
  value: 'HASH',
  about: 'Refuse any other plan than the approved one: its id, or at least the first 12 digits.',
};

export const timeLimit: OptionSpec = {
  flag: 'timeout',
  value: 'TIME',
  about: 'Stop watching after so long, such as 30m or 8h; the work goes on.',
};

export const lastRun: OptionSpec = { flag: 'last', about: 'The last run.' };

export const pruneOptions: readonly OptionSpec[] = [
  { flag: 'older', value: 'DAYS', about: 'With prune: remove runs that ended longer ago than this, such as 90d.' },
  { flag: 'confirm', value: 'N', about: 'With prune: how many runs are to be removed.' },
];

export const reportOptions: readonly OptionSpec[] = [
  { flag: 'format', value: 'md|csv|json|html', about: 'The form; otherwise by the ending of --out, else Markdown.' },
  { flag: 'out', value: 'FILE', about: 'Write it to a file in place of standard output.', from: 'file' },
  {
    flag: 'people',
    value: 'FILE',
    about: 'Also write old address, new address and state of each person, as CSV.',
    from: 'file',
  },
  { flag: 'force', about: 'Replace files that are there.' },
];

export const simulateOptions: readonly OptionSpec[] = [
  { flag: 'port', value: 'NUMBER', about: 'The port to listen on; a free one otherwise.' },
  { flag: 'seed', value: 'NUMBER', about: 'Makes the same things happen again.' },
  { flag: 'speed', value: 'FACTOR', about: 'How fast its clock runs: 60 shows an hour in a minute.' },
  { flag: 'list', about: 'List the scenarios, and who meets trouble in them; nothing is started.' },
];
