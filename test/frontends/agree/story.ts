import type { QuestionId } from '../../../src/plan/answers.ts';
import type { Finding } from '../../../src/plan/finding.ts';
import type { Profile } from '../../../src/plan/profile.ts';
import { progress } from '../../../src/plan/progress.ts';
import { questionAt } from '../../../src/plan/questions.ts';
import type { Origin, Typed } from '../../../src/plan/typed.ts';
import { contextOf } from '../../../src/wizard/asking.ts';
import { profileHints } from '../../../src/wizard/profile-hints.ts';
import type { Session, State } from '../../../src/wizard/state.ts';
import type { Hints } from '../../../src/wizard/suggest.ts';
import { noon, session } from '../../support/session.ts';

type After = {
  /** The errors that stand afterwards, as "field code"; none unless said. */
  says?: readonly string[];
};

/** The text itself, and what only some drivers write in its place. */
type Given = After & {
  id: QuestionId;
  text: string;
  /** How the text is kept, where it is resolved when it is answered. */
  means?: string;
  lines?: string;
  keys?: string;
  /** A text that says just what is offered counts as that. */
  as?: Origin;
};

export type Turn =
  | ({ do: 'answer' } & Given)
  /** Takes what the finding offers. */
  | ({ do: 'fix' } & Given)
  /** Takes what Enter alone takes; a script says nothing for it, or has to say it all the same. */
  | ({ do: 'accept'; from: Origin; inScripts: 'left out' | 'said' } & Given)
  /** Enter on an answer that stands there already. */
  | ({ do: 'keep'; id: QuestionId } & After)
  /** Leaves the question for the one before, with this text in the field. */
  | ({ do: 'back'; id: QuestionId; text?: string } & After)
  | ({ do: 'reopen'; id: QuestionId } & After);

export type Story = {
  name: string;
  turns: readonly Turn[];
  now?: number;
  zone?: string;
  profile?: Profile;
  hints?: Hints;
  /** What nobody answers: it comes from the profile, its rule, or follows from the rest. */
  filled?: Partial<Record<QuestionId, readonly [text: string, origin: Origin]>>;
  /** What is said about the finished plan, as "severity field code". */
  notes?: readonly string[];
  /** Why a row of a file cannot say it. */
  notInRows?: string;
};

export const answer = (id: QuestionId, text: string, more: Omit<Given, 'id' | 'text'> = {}): Turn => ({
  ...{ do: 'answer', id, text },
  ...more,
});

export const fix = (id: QuestionId, text: string, more: Omit<Given, 'id' | 'text'> = {}): Turn => ({
  ...{ do: 'fix', id, text },
  ...more,
});

export const accept = (id: QuestionId, text: string, from: Origin, more: Omit<Given, 'id' | 'text'> = {}): Turn => ({
  ...{ do: 'accept', id, text, from, inScripts: 'left out' },
  ...more,
});

/** Offered to a person, and to be said by a script. */
export const acceptAloud = (...[id, text, from, more]: Parameters<typeof accept>): Turn => ({
  ...{ do: 'accept', id, text, from, inScripts: 'said' },
  ...more,
});

export const keep = (id: QuestionId, ...says: string[]): Turn => ({ do: 'keep', id, says });
export const reopen = (id: QuestionId, ...says: string[]): Turn => ({ do: 'reopen', id, says });
export const back = (id: QuestionId, ...says: string[]): Turn => ({ do: 'back', id, says });
export const leave = (id: QuestionId, text: string, ...says: string[]): Turn => ({ do: 'back', id, text, says });

export const clockOf = ({ now = noon }: Story): number => now;

export const sessionOf = ({ profile, zone, hints }: Story): Session => ({
  ...session,
  ...(zone === undefined ? {} : { zone }),
  ...(hints === undefined ? {} : { hints }),
  ...(profile === undefined
    ? {}
    : {
        mode: 'live',
        endpoint: 'https://graph.microsoft.com/beta',
        profile: profile.name,
        saved: profile,
        source: { tenantId: profile.source.tenantId, name: profile.source.name },
        target: { tenantId: profile.target.tenantId, name: profile.target.name },
        hints: profileHints(profile),
      }),
});

export const contextFor = (story: Story) => contextOf({ session: sessionOf(story) }, clockOf(story));

type Texts = Partial<Record<QuestionId, string>>;

/** The last text of each question that somebody gave, after so many turns. */
function texts({ turns }: Story, count: number): { given: Texts; said: Texts } {
  const [given, said]: [Texts, Texts] = [{}, {}];
  for (const turn of turns.slice(0, count)) {
    if (turn.do === 'reopen' || turn.do === 'keep' || !('text' in turn) || turn.text === undefined) continue;
    given[turn.id] = 'means' in turn && turn.means !== undefined ? turn.means : turn.text;
    if (turn.do === 'accept' && turn.inScripts === 'left out') delete said[turn.id];
    else said[turn.id] = turn.text;
  }
  return { given, said };
}

/** What a script, or a row, says of the same story: nothing that is not asked, and nothing without a flag. */
export function saidByScripts(story: Story, { typed }: Pick<State, 'typed'>, count = story.turns.length): Texts {
  const { said } = texts(story, count);
  const { asked } = progress(typed, contextFor(story));
  return Object.fromEntries(
    asked.flatMap((id) => (said[id] === undefined || questionAt(id).flag === null ? [] : [[id, said[id]]])),
  );
}

/** What the story leads to by its own words: the text of each question that is asked in the end, and where it is from. */
export function expectedOf(story: Story, asked: readonly QuestionId[]): Record<string, string> {
  const { given } = texts(story, story.turns.length);
  return Object.fromEntries(
    asked.flatMap((id) => {
      const text = story.filled?.[id]?.[0] ?? given[id] ?? (id === 'targetBy' ? 'host' : undefined);
      return text === undefined ? [] : [[id, text.trim()]];
    }),
  );
}

/** An empty answer leaves the question to its default. */
export const originOfTurn = ({ text, as }: Given): Origin => as ?? (text === '' ? 'default' : 'typed');

/** Where a person's answers are from, by the story's own words. */
export function originsOfPeople(story: Story, asked: readonly QuestionId[]): Record<string, Origin> {
  const origins: Partial<Record<QuestionId, Origin>> = {};
  for (const turn of story.turns)
    if (turn.do === 'accept') origins[turn.id] = turn.from;
    else if (turn.do === 'answer' || turn.do === 'fix') origins[turn.id] = originOfTurn(turn);
    else if (turn.do === 'back' && turn.text !== undefined) origins[turn.id] = 'typed';
  for (const [id, [, origin]] of Object.entries(story.filled ?? {}) as [QuestionId, [string, Origin]][])
    origins[id] = origin;
  return Object.fromEntries(asked.map((id) => [id, origins[id] ?? 'default']));
}

/** What a script gives is of its own origin; how the target is addressed only follows from it. */
export function originsOfScripts(people: Record<string, Origin>, said: Texts, own: Origin): Record<string, Origin> {
  // An empty cell says nothing; an empty flag does.
  const isSaid = (id: string) =>
    own === 'flag' ? said[id as QuestionId] !== undefined : Boolean(said[id as QuestionId]);
  return Object.fromEntries(
    Object.entries(people).map(([id, origin]) => [id, id === 'targetBy' ? 'default' : isSaid(id) ? own : origin]),
  );
}

/** What every driver has to come to. */
export type Outcome = {
  status: State['status'];
  planId: string;
  /** Of each question that is asked: as it was given, and as the plan has it. */
  texts: Record<string, string>;
  values: Record<string, string>;
  origins: Record<string, Origin>;
  /** The errors that stood after a turn, where there were any, by the number of the turn. */
  refusals: Record<number, readonly Said[]>;
  /** What is said about the finished plan. */
  notes: readonly string[];
};

/** A finding without what only some drivers can know, such as its line in a file. */
export type Said = Pick<Finding, 'field' | 'code' | 'from' | 'what' | 'why' | 'next' | 'suggestion'>;

export const saidIn = (findings: readonly Finding[]): Said[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ field, code, from, what, why, next, suggestion }) => ({
      ...{ field, code, from, what, why, next },
      ...(suggestion === undefined ? {} : { suggestion }),
    }));

export const noteOf = ({ severity, field, code }: Finding): string => `${severity} ${field} ${code}`;

/** The same for a text as it is kept: what follows from other answers is not written down by everybody. */
export const entryText = (typed: Typed, id: QuestionId): string =>
  (typed[id]?.text ?? questionAt(id).infer?.(typed) ?? '').trim();
