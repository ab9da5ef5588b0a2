import { beforeAll, describe, expect, test } from 'vitest';
import { helpLines } from '../../components/screens/help-lines.ts';
import { entriesOf, knownOf } from '../../src/frontends/lines/place-entries.ts';
import { replyTo, wordIn } from '../../src/frontends/lines/prompts.ts';
import { signInWords } from '../../src/frontends/lines/sign-in.ts';
import { replyToWord } from '../../src/frontends/lines/word-question.ts';
import { filteredPlaces } from '../../src/wizard/filter-places.ts';
import { noon } from '../support/session.ts';
import { type ByLine, helpOnly, type MigrationScreen, parity } from './parity-list.ts';
import {
  fullModel,
  type Offered,
  offeredByMigrations,
  offeredBySignIn,
  offeredByWelcome,
  signIns,
} from './wizard-tasks.ts';
import { wrongInFlags } from './wrong-in-flags.ts';

let offered: readonly Offered[] = [];
beforeAll(async () => {
  offered = [...(await offeredByWelcome()), ...(await offeredBySignIn()), ...(await offeredByMigrations())];
}, 60_000);

const screens = Object.keys(parity) as MigrationScreen[];

describe('every task of the wizard', () => {
  test('is in the list, and the list has no other', () => {
    for (const screen of screens) {
      const found = [...new Set(offered.filter((one) => one.screen === screen).map(({ hint }) => hint))];
      expect({ screen, tasks: Object.keys(parity[screen]).sort() }).toEqual({ screen, tasks: found.sort() });
    }
  });

  test('that help names is in the list', () => {
    for (const screen of screens) {
      const known = [...Object.keys(parity[screen]), ...Object.keys(helpOnly)];
      const unknown = keysInHelp(screen).filter((key) => !known.some((hint) => names(hint, key)));
      expect({ screen, unknown }).toEqual({ screen, unknown: [] });
    }
  });

  test('can be done by lines, where the wizard offers it', async () => {
    for (const one of offered) {
      const task = parity[one.screen][one.hint];
      expect({ ...one, state: '', isPossible: task !== undefined && (await isPossible(task.line, one)) }).toEqual({
        ...one,
        state: '',
        isPossible: true,
      });
    }
  });
});

const rows = [
  ...screens.flatMap((screen) =>
    Object.entries(parity[screen]).map(([hint, task]) => ({ name: `${screen}: ${hint}`, task })),
  ),
  ...Object.entries(helpOnly).map(([key, task]) => ({ name: `help: ${key}`, task })),
];

test.each(rows)('$name can be done by a command, or needs none', async ({ task }) => {
  expect(await wrongInFlags(task)).toEqual([]);
});

/** The keys at the start of the lines that explain them. */
function keysInHelp(screen: MigrationScreen): string[] {
  const lines = helpLines(screen, 200);
  return lines.slice(1, lines.indexOf('Words used')).flatMap((line) => /^ {2}(\S.*?) {2,}/.exec(line)?.[1] ?? []);
}

/** Whether a hint begins with a key, or has it beside another one. */
const names = (hint: string, key: string): boolean =>
  [key, key.replace(' to ', '-')].some(
    (one) => hint === one || hint.startsWith(`${one} `) || hint.includes(`or ${one} `),
  );

async function isPossible(line: ByLine, { screen, state, hint }: Offered): Promise<boolean> {
  if ('itself' in line) return line.itself !== '';
  if (screen === 'signIn') return 'word' in line && signIns.some((one) => signInWords(one).includes(line.word));
  if (state === null) return isPossibleAtFirst(line);
  if (screen === 'cancel' || screen === 'cancelAndLeave' || screen === 'resend') {
    const { reply, isClosed } = replyToWord(screen === 'resend' ? 'resend' : 'cancel', 'word' in line ? line.word : '');
    return isClosed && (reply.do === 'dispatch' || reply.do === 'tell');
  }
  const view = { state, now: noon, recall: [], maySignIn: hint === 'i sign in' };
  if ('word' in line) return wordIn(view, line.word) !== undefined;
  return ['dispatch', 'go'].includes(replyTo(view, line.answer).do);
}

async function isPossibleAtFirst(line: Exclude<ByLine, { itself: string }>): Promise<boolean> {
  const known = await Promise.all(fullModel.places.map((place) => knownOf(fullModel, place)));
  const entries = entriesOf(fullModel, known);
  if ('answer' in line) return filteredPlaces(fullModel.places, line.answer).length === 1;
  return line.word === 'quit' || entries.some(({ word }) => word === line.word);
}
