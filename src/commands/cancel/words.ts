import { type Finding, finding } from '../../plan/finding.ts';
import { counted } from '../../wizard/wave/wave-summary.ts';
import { commandLine, plainCommand } from '../../wizard/way-back.ts';
import type { Raw } from '../command.ts';
import type { Around } from '../with-targets.ts';

/** What confirms the cancelling of so many tasks; the first is what is asked for. */
export const wordsFor = (count: number): readonly [string, ...string[]] =>
  count === 1 ? ['yes', '1'] : [String(count)];

/** A cancel names the task's id, and nothing else. */
export const withoutId = (label: string): Finding =>
  finding({
    field: 'task',
    code: 'taskWithoutId',
    what: `The task of ${label} cannot be cancelled from here.`,
    why: 'The service tells of it without an id, and it cancels by id only.',
    next: [
      { do: 'Look again in a minute; the id may be there then.', who: 'you', command: plainCommand('status', label) },
      { do: 'Or stop it in SharePoint Online PowerShell on the source.', who: 'source admin' },
    ],
  });

export const notConfirmed = (count: number): Finding =>
  finding(
    {
      field: 'confirm',
      code: 'confirmMissing',
      what: 'The cancelling is not confirmed.',
      why: 'Without a terminal nobody can be asked, and nothing is cancelled by default.',
      next: `Add --confirm ${count === 0 ? 'and the number of tasks that wait by then' : wordsFor(count)[0]}.`,
    },
    { from: 'input' },
  );

/** What was named on the command line. */
export const namedIn = ({ args, flags }: Raw): string[] => [...args, ...(flags.last === true ? ['--last'] : [])];

type Wrong = {
  count: number;
  /** Runs that were being sent elsewhere until now. */
  stopped: readonly string[];
};

export const wrongWord = ({ count, stopped }: Wrong, { opened, raw }: Pick<Around, 'opened' | 'raw'>): Finding => {
  const [word] = wordsFor(count);
  const isStopped = stopped.length > 0;
  const command = commandLine(opened.session, 'cancel', ...namedIn(raw), '--confirm', word);
  return finding({
    field: 'confirm',
    code: 'confirmWord',
    what: `The confirmation does not match, so nothing was cancelled.${isStopped ? ' No more rows are sent.' : ''}`,
    why: `This would cancel ${counted(count, 'task')}, which is confirmed with: ${word}`,
    next: [
      { do: `Write --confirm ${word}, or name fewer tasks.`, who: 'you', command },
      ...stopped.map((runId) => ({
        do: 'Or send the other rows after all.',
        who: 'you' as const,
        command: commandLine(opened.session, 'resume', runId),
      })),
    ],
  });
};

/** Rows that had not left when the run was stopped. */
export const staysUnsent = (count: number, runId: string, severity: 'info' | 'error'): Finding =>
  finding(
    {
      field: 'run',
      code: 'notSent',
      what: `${counted(count, 'row')} of ${runId} ${count === 1 ? 'was' : 'were'} not sent, and ${count === 1 ? 'stays' : 'stay'} unsent.`,
      why: 'The service knows nothing of them, so there is nothing to cancel.',
      next: [{ do: 'To send them after all, go on with the run.', who: 'you', command: plainCommand('resume', runId) }],
    },
    { severity },
  );

/** The other process did not let go of the run in the time it was given. */
export const stillSent = (runId: string): Finding =>
  finding({
    field: 'run',
    code: 'runNotStopped',
    what: `Another crossorg was asked to stop sending ${runId}, and still holds it after a minute.`,
    why: 'It may wait for an answer of the service. Rows that it sends from now on are not cancelled here.',
    next: [
      { do: 'End it in its window, then cancel again.', who: 'you', command: plainCommand('cancel', runId) },
      { do: 'See how the run stands.', who: 'you', command: plainCommand('runs', runId) },
    ],
  });
