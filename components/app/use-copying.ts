import { useState } from 'react';
import type { Copyable } from '../../src/wizard/copy-text.ts';
import type { Hands } from '../../src/wizard/screens.ts';

export type Copying = {
  note: string | null;
  /** One sentence for this screen. */
  say: (text: string) => void;
  shown: Copyable | null;
  copy: () => boolean;
  hide: () => void;
};

/** `y` copies what a screen is about. Where nothing takes it, the text is shown to be selected. */
export function useCopying(hands: Hands, about: () => Copyable | null, screen: string): Copying {
  const [said, setSaid] = useState<{ screen: string; text: string } | null>(null);
  const [shown, setShown] = useState<Copyable | null>(null);
  const copy = (): boolean => {
    const what = about();
    if (!what) return false;
    void hands.copy(what.text).then((went) => {
      if (went === 'none') setShown(what);
      else
        setSaid({
          screen,
          text:
            went === 'clipboard'
              ? `The ${what.name} is on the clipboard.`
              : `The terminal was asked to copy the ${what.name}.`,
        });
    });
    return true;
  };
  return {
    note: said?.screen === screen ? said.text : null,
    say: (text) => setSaid({ screen, text }),
    shown,
    copy,
    hide: () => setShown(null),
  };
}
