import type { ResourceType } from '../plan/answers.ts';
import type { NextStep } from '../plan/finding.ts';
import { personalName } from '../plan/personal-name.ts';
import { availableStep } from './available.ts';
import { cleanText } from './clean.ts';
import type { NonEmpty } from './rule.ts';

type Given = string | null | undefined;

/** What is known around a failure. Everything may be missing: texts then speak neutrally. */
export type ExplainContext = {
  type?: ResourceType | undefined;
  source?: Given;
  target?: Given;
  sourceTenant?: Given;
  targetTenant?: Given;
  sourceHost?: Given;
  targetHost?: Given;
  taskId?: Given;
};

/** What findings of our own may name besides. */
export type LocalContext = ExplainContext & {
  /** A wait or an age, in seconds. */
  seconds?: number | null | undefined;
  difference?: Given;
  choices?: Given;
  path?: Given;
  run?: Given;
  what?: Given;
  expected?: Given;
  actual?: Given;
  side?: Given;
  /** The tenant of a sign-in, by name and id as far as they are known. */
  tenant?: Given;
  account?: Given;
  /** Which of the two permissions for moves. */
  permission?: Given;
  /** `app` and its client id. */
  app?: Given;
  /** The service's own code or status, or a detail of this computer. */
  code?: Given;
  status?: Given;
  detail?: Given;
};

type Neutral = { text: string; command: string };

/** Every placeholder a text may hold, with what stands in its place when nothing is known. */
export const placeholders = {
  source: { text: 'the source account', command: '<source>' },
  target: { text: 'the target account', command: '<target>' },
  sourceTenant: { text: 'the source tenant', command: '<source tenant>' },
  targetTenant: { text: 'the target tenant', command: '<target tenant>' },
  sourceHost: { text: "the source's -my host", command: 'https://<source>-my.sharepoint.com' },
  targetHost: { text: "the target's -my host", command: 'https://<target>-my.sharepoint.com' },
  sourceUrl: { text: 'the source address', command: '<source address>' },
  targetUrl: { text: 'the target address', command: '<target address>' },
  taskId: { text: 'of this move', command: '<task id>' },
  seconds: { text: 'a while', command: '<seconds>' },
  difference: { text: 'some of its values', command: '<difference>' },
  choices: { text: 'a task and a source, for example', command: '<choices>' },
  path: { text: 'the file on disk', command: '<file>' },
  run: { text: 'the run', command: '<run>' },
  what: { text: 'what was given', command: '<what>' },
  expected: { text: 'the tenant that was named', command: '<expected>' },
  actual: { text: 'another tenant', command: '<tenant id>' },
  side: { text: 'source', command: 'source' },
  tenant: { text: 'that tenant', command: '<tenant id>' },
  account: { text: 'the account that is signed in', command: '<account>' },
  permission: { text: 'one of the two permissions', command: '<permission>' },
  app: { text: 'such app', command: '<client id>' },
  code: { text: 'no code', command: '<code>' },
  status: { text: 'something unexpected', command: '<status>' },
  detail: { text: 'no detail', command: '<detail>' },
} as const satisfies Record<string, Neutral>;

type Placeholder = keyof typeof placeholders;

const nouns = { user: 'account', site: 'site', group: 'group' } as const;

/** Fills a text for people: `{source}` and the like. A text never starts in lower case. */
export function fill(template: string, context: LocalContext): string {
  return template.replace(/\{(\w+)\}/gu, (_, name: Placeholder, at: number) => {
    const opens = at === 0 || /[.?] $/u.test(template.slice(0, at));
    const value = given(name, context);
    if (value !== null && name !== 'run') return value;
    const words = value === null ? neutralText(name, context) : `run ${value}`;
    return opens ? capitalised(words) : words;
  });
}

/** Fills a command line: values are quoted where a shell would take them apart. */
const fillCommand = (template: string, context: LocalContext): string =>
  template.replace(/\{(\w+)\}/gu, (_, name: Placeholder) => {
    const value = given(name, context);
    return (value === null ? null : quoted(value)) ?? placeholders[name].command;
  });

export const fillSteps = (steps: NonEmpty<NextStep>, context: LocalContext): NonEmpty<NextStep> => {
  const [first, ...rest] = steps;
  return [fillStep(first, context), ...rest.map((step) => fillStep(step, context))];
};

const fillStep = (step: NextStep, context: LocalContext): NextStep => {
  const available = availableStep(step);
  const { command } = available;
  return {
    ...available,
    do: fill(available.do, context),
    ...(command === undefined ? {} : { command: fillCommand(command, context) }),
  };
};

const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const neutralText = (name: Placeholder, { type }: LocalContext): string =>
  type !== undefined && (name === 'source' || name === 'target')
    ? `the ${name} ${nouns[type]}`
    : placeholders[name].text;

const longest = 200;

function given(name: Placeholder, context: LocalContext): string | null {
  if (name === 'seconds') return spanOf(context.seconds);
  const value = name === 'sourceUrl' || name === 'targetUrl' ? addressOf(name, context) : context[name];
  return value ? cleanText(value, { maxLength: longest }) || null : null;
}

/** In the largest unit that still says it well, rounded up: a wait is never shortened. */
function spanOf(seconds: number | null | undefined): string | null {
  if (seconds === null || seconds === undefined) return null;
  if (seconds <= 120) return counted(seconds, 'second');
  return seconds <= 120 * 60 ? counted(seconds / 60, 'minute') : counted(seconds / 3600, 'hour');
}

const counted = (amount: number, unit: string): string => {
  const whole = Math.ceil(amount);
  return `${whole} ${whole === 1 ? unit : `${unit}s`}`;
};

/** A site's own address, or where the service expects a person's OneDrive. */
function addressOf(name: 'sourceUrl' | 'targetUrl', context: LocalContext): string | null {
  const isSource = name === 'sourceUrl';
  const party = isSource ? context.source : context.target;
  if (!party) return null;
  if (/^https:\/\//iu.test(party)) return party;
  const host = isSource ? context.sourceHost : context.targetHost;
  if (!host || !party.includes('@') || (context.type ?? 'user') !== 'user') return null;
  return `${host.replace(/\/+$/u, '')}/personal/${personalName(party)}`;
}

/** The same quotes hold in PowerShell and in other shells; a value that would break out of them is left to the reader. */
function quoted(value: string): string | null {
  if (/^[\w@.:/-]+$/u.test(value)) return value;
  return /["`$\\!“”„‘’‚]/u.test(value) ? null : `"${value}"`;
}
