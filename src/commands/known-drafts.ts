import { progress } from '../plan/progress.ts';
import type { AskStep } from '../plan/question.ts';
import { questionAt } from '../plan/questions.ts';
import { duration } from '../plan/schedule.ts';
import type { Ports } from '../ports/ports.ts';
import type { Draft } from '../store/drafts.ts';
import type { DraftOffer, Place } from '../wizard/screens.ts';
import { openDrafts } from './session.ts';

const steps: readonly AskStep[] = ['type', 'who', 'target', 'when'];

/** What was begun in a place and not submitted, newest first. */
export async function knownDrafts({ mode, profile = null }: Place, ports: Ports): Promise<readonly DraftOffer[]> {
  const drafts = await openDrafts({ mode, profile }, ports).list();
  return drafts.filter(({ typed }) => typed.source?.text).map((draft) => offerOf(draft, ports));
}

function offerOf({ id, at, typed }: Draft, { clock, machine }: Ports): DraftOffer {
  const now = clock.now();
  const { next } = progress(typed, { now, zone: machine.zone });
  const step = next === null ? steps.length + 1 : steps.indexOf(questionAt(next).step) + 1;
  return { draftId: id, label: typed.source?.text ?? '', step, when: `${duration(Math.max(0, now - at))} ago` };
}
