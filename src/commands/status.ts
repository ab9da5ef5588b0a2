import type { NextStep } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { exits } from '../problems/exit.ts';
import { commandLine } from '../wizard/way-back.ts';
import type { Raw } from './command.ts';
import { lookAtAll } from './look-at-all.ts';
import { unsentTogether, wayTo } from './many-rows.ts';
import { stopper } from './stopper.ts';
import { isOpenPlace, report, type Seen } from './task-lines.ts';
import { type Around, withTargets } from './with-targets.ts';

/** The state of tasks, asked once. It exits with 0 whatever the state. */
export const run = (raw: Raw, ports: Ports): Promise<number> =>
  withTargets(raw, ports, { heldBy: 'nothing', needs: 'read' }, show);

async function show(around: Around): Promise<number> {
  const { ports, opened } = around;
  const end = stopper({ ports: { ...ports, clock: opened.services.clock }, timeoutMs: null });
  const { seen, findings: unsent } = unsentTogether(await lookAtAll(around, end));
  end.close();
  const findings = [...around.findings, ...unsent];
  const answered = around.findings.length === 0 ? exits.done : exits.mixed;
  const exitCode = end.reason() === null ? answered : exits.interrupted;
  return report({ kind: 'status', exitCode, seen, next: nextFor(seen, around) }, { ...around, findings });
}

/** What is worth doing about tasks in these states. */
export function nextFor(seen: readonly Seen[], { opened: { session } }: Pick<Around, 'opened'>): NextStep[] {
  const nameOf = wayTo(seen);
  return seen.flatMap((one): NextStep[] => {
    const { task, runId } = one.followed;
    if (isOpenPlace(one.place))
      return [{ do: 'Find out whether it arrived.', who: 'you', command: commandLine(session, 'resume', runId) }];
    if (one.place === 'draft')
      return [{ do: 'Go on with it.', who: 'you', command: commandLine(session, 'resume', runId) }];
    if (task?.id && !task.final)
      return [{ do: 'Watch it.', who: 'you', command: commandLine(session, 'watch', nameOf(one)) }];
    return [];
  });
}
