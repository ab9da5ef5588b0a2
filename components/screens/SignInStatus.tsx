import { isoTime } from '../../src/plan/iso.ts';
import type { Signing, SigningState } from '../../src/wizard/signing.ts';
import { timeLeft, waitingText } from '../../src/wizard/signing-words.ts';
import { useNow } from '../app/use-engine.ts';
import { Busy } from '../frame/Busy.tsx';
import { useTheme } from '../theme.ts';

type Props = { signing: Signing; state: SigningState };

/** What is waited for, and how long it may take. */
export function SignInStatus({ signing, state }: Props) {
  const { motion } = useTheme();
  const now = useNow(signing, 1000, motion && state.status === 'waiting');
  switch (state.status) {
    case 'preparing':
      return <Busy text="Asking the sign-in service" />;
    case 'over':
      return <Busy text="Opening" />;
    case 'failed':
      return null;
    case 'waiting': {
      const { expiresAt } = state.waiting;
      const end = motion ? timeLeft(expiresAt, now) : `until ${isoTime(expiresAt).slice(11, 16)} UTC`;
      return <Busy text={`${waitingText(state.method)}, ${end}`} />;
    }
  }
}
