import { inPlace } from '../../../wizard/in-place.ts';
import { checkCounts, type Group, groupsOf } from '../../../wizard/wave/wave-groups.ts';
import type { WaveStateOf } from '../../../wizard/wave/wave-state.ts';
import { counted } from '../../../wizard/wave/wave-summary.ts';
import { askingStopped, checkedText, oneAtATime } from '../../../wizard/wave/wave-words.ts';
import { spokenFinding } from '../spoken-finding.ts';
import type { Line } from '../voice.ts';
import { sayOnce } from './once.ts';
import { placeName } from './rows.ts';

type Checked = WaveStateOf<'checked'>;

/** So many rows of a group are named with it. */
const mostNamed = 6;

const doers: Readonly<Record<string, string>> = { you: 'you', nobody: 'nobody, it passes by itself' };

function groupLines({ rows, finding, who }: Group, number: number, { session }: Checked): Line[] {
  const [placed = finding] = inPlace([finding], session);
  const [head = '', ...said] = spokenFinding(placed);
  return [
    `Group ${number}: ${counted(rows.length, 'row')}, done by ${doers[who] ?? who}. ${typeof head === 'string' ? head : ''}`,
    ...said,
    `Rows of group ${number}: ${rows.slice(0, mostNamed).map(placeName).join(', ')}` +
      `${rows.length > mostNamed ? ` and ${rows.length - mostNamed} more; group ${number} names them all` : ''}.`,
  ];
}

/** What has to be done before rows are ready, each thing once, with who does it and how many rows wait for it. */
export function groupsLines(state: Checked): Line[] {
  const groups = groupsOf(state);
  if (groups.length === 0) return ['No row waits for anything.'];
  return [...sayOnce(groups.flatMap((group, at) => groupLines(group, at + 1, state))), oneAtATime];
}

/** The rows behind one group. */
export function groupRows(state: Checked, text: string): Line[] {
  const group = groupsOf(state)[Number(text) - 1];
  if (group === undefined) return [`There is no group ${text}. Type groups to hear them.`];
  return group.rows.map((line) => `${placeName(line)}: ${line.source} to ${line.target}`);
}

/** What the service said about every row. */
export function checkedLines(state: Checked): Line[] {
  const { breaker, session } = state;
  const stopped = breaker === null ? [] : [askingStopped, ...inPlace([breaker], session).flatMap(spokenFinding)];
  const groups = groupsOf(state).filter(({ finding }) => finding.code !== breaker?.code);
  return [...stopped, checkedText(checkCounts(state)), ...(groups.length === 0 ? [] : groupsLines(state))];
}
