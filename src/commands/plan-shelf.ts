import type { Finding } from '../plan/finding.ts';
import { shortId } from '../plan/plan.ts';
import { ok, type Result } from '../plan/result.ts';
import type { Ports } from '../ports/ports.ts';
import type { State } from '../wizard/state.ts';
import { planFileFor, writePlan } from './plan-out.ts';

/** Where a wizard saves plans: nobody is asked for a name. */
export type PlanShelf = {
  /** Saves the plan of this state and says where. */
  save(state: State, now: number): Promise<Result<string, Finding>>;
};

export const planShelf = ({ files, machine }: Pick<Ports, 'files' | 'machine'>): PlanShelf => ({
  save: async (state, now) => {
    if (!('move' in state)) throw new Error('A plan is saved where there is one');
    const { session, typed, move } = state;
    const path = files.join(machine.cwd, `crossorg-plan-${shortId(move.id)}.json`);
    const report = 'report' in state ? state.report : null;
    const written = await writePlan(
      path,
      planFileFor(session, [{ row: 1, line: null, typed, move, report }], now),
      files,
    );
    return written.ok ? ok(path) : written;
  },
});
