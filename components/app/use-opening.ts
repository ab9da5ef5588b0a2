import { useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { Result } from '../../src/plan/result.ts';
import type { OnSignIn } from '../../src/wizard/screens.ts';
import type { Signing } from '../../src/wizard/signing.ts';

/** Opens something once, with the sign-in that it may take, and says why it cannot be opened. */
export function useOpening() {
  const [opening, setOpening] = useState(false);
  const [signing, setSigning] = useState<Signing | null>(null);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const start = <T>(
    work: (onSignIn: OnSignIn) => Promise<Result<T, readonly Finding[]>>,
    onOpen: (opened: T) => void,
  ) => {
    setOpening(true);
    void work(setSigning).then((opened) => {
      setOpening(false);
      setSigning(null);
      if (opened.ok) onOpen(opened.value);
      else setFindings(opened.error);
    });
  };
  return { opening, signing, findings, start };
}
