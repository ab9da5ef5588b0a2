import type { Session } from '../../src/wizard/state.ts';
import type { WaveLine } from '../../src/wizard/wave/wave-state.ts';
import { destinationText, kindsText, latestText, startText } from '../../src/wizard/wave/wave-summary.ts';
import { Definitions } from '../frame/Definitions.tsx';

/** What moves, where to, and when. */
export function WaveFacts({ lines, session }: { lines: readonly WaveLine[]; session: Session }) {
  const latest = latestText(lines, session.zone);
  return (
    <Definitions
      rows={[
        { term: 'What', value: kindsText(lines) },
        { term: 'Where', value: destinationText(lines) },
        { term: 'Start', value: startText(lines, session.zone) },
        ...(latest === null ? [] : [{ term: 'Cancel', value: latest }]),
      ]}
    />
  );
}
