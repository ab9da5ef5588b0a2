import { Box } from 'ink';
import type { Finding } from '../../src/plan/finding.ts';
import { mayBeChecked } from '../../src/wizard/wave/lines.ts';
import type { WaveStateOf } from '../../src/wizard/wave/wave-state.ts';
import { checkOrder, nothingAgainst, nothingMovedYet } from '../../src/wizard/wave/wave-words.ts';
import { Gap } from '../frame/Gap.tsx';
import { Verdict } from '../frame/Verdict.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { WaveFacts } from './WaveFacts.tsx';

type Props = { state: WaveStateOf<'reading'>; findings: readonly Finding[] };

/** A file without problems: what it says, and what is to be known about all of it. */
export function ReadSummary({ state, findings }: Props) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Verdict severity="passed" text={nothingAgainst} />
      <Gap />
      <WaveFacts lines={state.lines.filter(mayBeChecked)} session={state.session} />
      <Gap />
      {findings.map(({ code, what, why }) => (
        <Verdict key={code} severity="warning" text={`${what} ${why}`} />
      ))}
      <Gap />
      <Paragraph text={`Next the service is asked about every row. ${nothingMovedYet} ${checkOrder}`} />
    </Box>
  );
}
