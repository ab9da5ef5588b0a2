import type { Session } from '../../src/wizard/state.ts';
import type { WaveLine } from '../../src/wizard/wave/wave-state.ts';
import { waveFacts } from '../../src/wizard/wave/wave-summary.ts';
import { Definitions } from '../frame/Definitions.tsx';

/** What moves, where to, and when. */
export function WaveFacts({ lines, session }: { lines: readonly WaveLine[]; session: Session }) {
  return <Definitions rows={waveFacts(lines, session.zone)} />;
}
