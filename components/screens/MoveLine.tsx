import type { Plan } from '../../src/plan/plan.ts';
import { sourceLabel, targetLabel } from '../../src/tasks/source-key.ts';
import { kindName } from '../../src/wizard/names.ts';
import { Line } from '../text/Line.tsx';

/** What moves where, at the top of the screens that follow it. */
export const MoveLine = ({ plan }: { plan: Plan }) => (
  <Line bold cut="middle" text={`${sourceLabel(plan)}  to  ${targetLabel(plan)}   ${kindName[plan.type]}`} />
);
