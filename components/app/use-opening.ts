import { useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { Engine, OnSignIn, Opening, Place } from '../../src/wizard/screens.ts';
import type { Signing } from '../../src/wizard/signing.ts';

/** Opens a place once, with the sign-in that it may take, and says why it cannot be opened. */
export function useOpening(onOpen: (engine: Engine, place: Place) => void) {
  const [opening, setOpening] = useState(false);
  const [signing, setSigning] = useState<Signing | null>(null);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const start = (work: (onSignIn: OnSignIn) => Opening, at: Place) => {
    setOpening(true);
    void work(setSigning).then((opened) => {
      setOpening(false);
      setSigning(null);
      if (opened.ok) onOpen(opened.value, at);
      else setFindings(opened.error);
    });
  };
  return { opening, signing, findings, start };
}
