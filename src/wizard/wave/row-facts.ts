import { shortId } from '../../plan/plan.ts';
import type { WaveLine, WaveState } from './wave-state.ts';
import { fileLabel, isFromRecord } from './wave-title.ts';
import { runOf } from './wave-way-back.ts';
import { timeText } from './wave-words.ts';

export type Fact = { term: string; value: string };

/** What is known about one row, beside its names, its state and its findings. */
export function rowFacts(line: WaveLine, state: WaveState): Fact[] {
  const { task, move, check, since } = line;
  const runId = runOf(state);
  const at = (ms: number | null): string => timeText(ms, state.session);
  return [
    fact('Row', line.line === null ? `${line.row}` : `${line.row}, line ${line.line} of ${fileOf(state)}`),
    fact('Type', line.type ?? 'not known'),
    ...(line.isByRule ? [fact('Target', 'made by the naming rule, looked up by nobody')] : []),
    fact('Task', task?.id ?? 'none'),
    ...(runId === null ? [] : [fact('Run', runId)]),
    fact('Plan', move === null ? 'none: the line needs a fix' : shortId(move.id)),
    ...(check?.clean ? [fact('Dry run passed', at(check.clean.at))] : []),
    ...(since === null ? [] : [fact('In this state', `since ${at(since)}`)]),
    ...(task === null
      ? []
      : [
          fact('Started', at(task.startedAt)),
          fact('Service update', at(task.updatedAt)),
          fact('Finished', at(task.finishedAt)),
        ]),
  ];
}

const fileOf = (state: WaveState): string => (isFromRecord(state) ? 'the file it came from' : fileLabel(state));

const fact = (term: string, value: string): Fact => ({ term, value });
