import { useEffect, useState } from 'react';
import type { DraftOffer, Model, Place, Work } from '../../src/wizard/screens.ts';

export type Known = {
  work: readonly Work[];
  drafts: readonly DraftOffer[];
  /** The work that keys are about: the first one, until another is chosen. */
  chosen: Work | undefined;
  chooseNext: () => void;
};

type Read = Pick<Known, 'work' | 'drafts'> & { id: string | null; at: number };

const nothing: Read = { work: [], drafts: [], id: null, at: 0 };

/** What this computer knows of a place, read after the frame was painted; of another place it says nothing. */
export function useKnown(model: Model, place: Place | undefined): Known {
  const [read, setRead] = useState<Read>(nothing);
  useEffect(() => {
    let isWanted = true;
    if (place)
      void Promise.all([model.work(place), model.drafts(place)]).then(
        ([work, drafts]) => isWanted && setRead({ work, drafts, id: place.id, at: 0 }),
      );
    return () => {
      isWanted = false;
    };
  }, [model, place]);
  const { work, drafts, at } = read.id === place?.id ? read : nothing;
  const chooseNext = () => setRead((now) => ({ ...now, at: (now.at + 1) % Math.max(1, now.work.length) }));
  return { work, drafts, chosen: work[at], chooseNext };
}
