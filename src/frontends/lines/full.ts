import { commandFor, quotePowerShell } from '../../plan/command.ts';
import type { PlannedMove } from '../../plan/plan.ts';
import { dryRunRequest } from '../../plan/request.ts';
import { utcTime } from '../../plan/schedule.ts';
import { allFindings } from '../../wizard/all-findings.ts';
import { commandOf } from '../../wizard/copy-text.ts';
import { requestLines } from '../../wizard/request-lines.ts';
import { requestIntro } from '../../wizard/sentences.ts';
import type { Followed, State } from '../../wizard/state.ts';
import { noProgressKnown, statusRows } from '../../wizard/status-words.ts';
import { placeOf } from '../../wizard/way-back.ts';
import { moveOf } from '../migrate-document.ts';
import { stateWords } from '../plain-lines.ts';
import { spellOut } from './heartbeat.ts';
import { spokenFinding } from './spoken-finding.ts';
import type { Line } from './voice.ts';

/** Everything behind a state: its task, the exact request, all findings, and the service's own answer. */
export function fullLines(state: State, now: number): Line[] {
  const move = moveOf(state);
  const findings = allFindings(state);
  const raw = 'report' in state ? state.report.raw : '';
  return [
    ...('followed' in state ? taskLines(state.followed, state, now) : []),
    ...(move ? requestPart(move, state) : []),
    ...(findings.length > 0 ? [`Findings: ${findings.length}`, ...findings.flatMap(withServiceText)] : []),
    ...(raw === '' ? [] : ['Raw answer:', ...raw.split('\n')]),
  ];
}

function taskLines(followed: Followed, { session, status }: State, now: number): Line[] {
  const { task, history } = followed;
  const { error = null, rawStatus = 'none' } = task ?? {};
  const rows = statusRows(followed, session, { now, lookKey: 'type look' });
  const shown = status === 'watching' ? rows : rows.filter(({ term }) => term !== 'Next look');
  return [
    ...shown.map(({ term, value }) => `${term}: ${spellOut(value)}`),
    `Status: ${rawStatus}${error === null ? '' : `, ${error.code}`}`,
    ...(error === null ? [] : [`Service text: ${error.message}`]),
    'History:',
    ...history.map(({ at, state, note }) => `${stateWords[state]} at ${utcTime(at)}${note === '' ? '' : `: ${note}`}`),
    ...(status === 'watching' ? [noProgressKnown] : []),
  ];
}

function requestPart(move: PlannedMove, { typed, session: { account } }: State): Line[] {
  const { method, url } = dryRunRequest(move);
  return [
    requestIntro,
    `Request of the dry run: ${method} ${url}${account === null ? '' : ` as ${account}`}`,
    ...requestLines(move, typed).map(
      ({ text, origin }) => `${text}${origin === '' ? '' : ` (${origin.replace('<- ', '')})`}`,
    ),
    `Plan: ${move.id}`,
  ];
}

const withServiceText = (finding: ReturnType<typeof allFindings>[number]): Line[] => [
  ...spokenFinding(finding),
  ...(finding.service ? [`Service text: ${finding.service.message}`] : []),
];

/** The same move as a command, for both kinds of shells where they differ. */
export function commandLines(state: State): Line[] {
  const posix = commandOf(state);
  const powerShell = quotePowerShell(['crossorg', ...commandFor(state.typed, placeOf(state.session))]);
  return posix === powerShell
    ? ['The same without the wizard:', { command: posix }]
    : [
        'The same without the wizard, for sh, bash and zsh:',
        { command: posix },
        'For PowerShell:',
        { command: powerShell },
      ];
}
