import type { QuestionId } from '../plan/answers.ts';
import type { Typed } from '../plan/typed.ts';
import type { Ledger } from '../store/ledger.ts';

export type Recall = {
  /** Earlier answers to a question, newest first, each once. */
  of(id: QuestionId): readonly string[];
  note(typed: Typed): void;
};

/** How many runs are read for it, and how many texts are offered. */
const runsRead = 10;
const mostTexts = 20;

/** What was answered before: in this program, and in the newest runs with this profile, which are read on the side. */
export function createRecall(ledger: Pick<Ledger, 'list' | 'read'>, profile: string | null): Recall {
  const answers = new Map<QuestionId, string[]>();
  const add = (typed: Typed, place: 'first' | 'last') => {
    for (const [id, { text }] of Object.entries(typed) as [QuestionId, { text: string }][]) {
      const known = answers.get(id) ?? [];
      if (text === '' || (place === 'last' && known.includes(text))) continue;
      const others = known.filter((one) => one !== text);
      answers.set(id, (place === 'first' ? [text, ...others] : [...others, text]).slice(0, mostTexts));
    }
  };
  // A ledger that cannot be read has nothing to offer; the commands that need it say so.
  readRuns(ledger, profile, (typed) => add(typed, 'last')).catch(() => undefined);
  return { of: (id) => answers.get(id) ?? [], note: (typed) => add(typed, 'first') };
}

/** A run that cannot be read offers nothing here; other commands say why. */
async function readRuns(
  ledger: Pick<Ledger, 'list' | 'read'>,
  profile: string | null,
  take: (typed: Typed) => void,
): Promise<void> {
  const own = (await ledger.list()).filter(({ opened }) => opened.ok && opened.value.header.profile === profile);
  const listings = own.slice(0, runsRead);
  for (const { runId } of listings) {
    const entries = await ledger.read(runId);
    const opened = entries.ok ? entries.value.find((entry) => entry.kind === 'opened') : undefined;
    if (opened?.kind === 'opened') for (const { typed } of opened.rows) take(typed);
  }
}
