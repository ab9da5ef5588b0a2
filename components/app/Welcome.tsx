import { Box, Text } from 'ink';
import { useEffect, useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { DraftOffer, Engine, Model, Opening, Place, Work } from '../../src/wizard/screens.ts';
import { Busy } from '../frame/Busy.tsx';
import { Definitions } from '../frame/Definitions.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { isCtrl, isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { SelectInput } from '../inputs/SelectInput/SelectInput.tsx';
import { HelpOverlay } from '../screens/HelpOverlay.tsx';
import { KnownDrafts } from '../screens/KnownDrafts.tsx';
import { KnownWork } from '../screens/KnownWork.tsx';

type Props = {
  model: Model;
  /** Loads what comes next, once this screen is painted. */
  preload: () => Promise<unknown>;
  onOpen: (engine: Engine) => void;
  onLeave: () => void;
};

/** Where to work, and what is under way there. Nothing is read from disk or network before it is painted. */
export function Welcome({ model, preload, onOpen, onLeave }: Props) {
  useEffect(() => void preload(), [preload]);
  const [place, setPlace] = useState<Place | undefined>(model.places[0]);
  const [help, setHelp] = useState(false);
  const { opening, findings, start } = useOpening(onOpen);
  const { work, drafts } = useKnown(model, place);
  useKeys(
    (key) => {
      if (isText(key, 'q') || key.kind === 'escape') onLeave();
      else if (isText(key, 'w') && work[0] && place) start(model.follow(place, work[0].runId));
      else if (isText(key, 'd') && drafts[0] && place) start(model.continueDraft(place, drafts[0].draftId));
      else return false;
      return true;
    },
    { isActive: !opening },
  );
  useKeys(
    (key) => {
      if (isCtrl(key, 'c')) onLeave();
      else if (isText(key, '?') || key.kind === 'help') setHelp(true);
      else return false;
      return true;
    },
    { role: 'global' },
  );
  const title = { subject: 'where to work' };
  const keys: KeyHint[] = [
    ['Enter', 'open'],
    ...(model.places.length > 1 ? [['Up Down', 'move'] as const] : []),
    ...(drafts.length > 0 ? [['d', 'continue the draft'] as const] : []),
    ...(work.length > 0 ? [['w', 'watch the first one'] as const] : []),
    ['q', 'quit'],
  ];
  if (help) return <HelpOverlay title={title} screen="welcome" onClose={() => setHelp(false)} />;
  return (
    <Frame title={title} keys={opening ? whileOpening : keys}>
      <Text bold>Where do you want to work?</Text>
      <Text> </Text>
      {opening ? (
        <Busy text={`Opening ${place?.name ?? ''}`} />
      ) : (
        <SelectInput
          choices={model.places.map((value) => ({
            value,
            label: value.name,
            description: value.about,
            note: value.status,
          }))}
          onChoose={(chosen) => start(model.open(chosen))}
          onFocus={setPlace}
        />
      )}
      <Box marginTop={1} flexDirection="column">
        {findings.length > 0 ? <Findings findings={findings} max={1} /> : <Definitions rows={place?.facts ?? []} />}
      </Box>
      <KnownDrafts drafts={drafts} />
      <KnownWork work={work} place={place?.name ?? ''} />
    </Frame>
  );
}

const whileOpening: readonly KeyHint[] = [['Ctrl+C', 'leave']];

/** Opens a place once, and says why it cannot be opened. */
function useOpening(onOpen: (engine: Engine) => void) {
  const [opening, setOpening] = useState(false);
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const start = (work: Opening) => {
    setOpening(true);
    void work.then((opened) => {
      setOpening(false);
      if (opened.ok) onOpen(opened.value);
      else setFindings(opened.error);
    });
  };
  return { opening, findings, start };
}

const nothing = { work: [] as readonly Work[], drafts: [] as readonly DraftOffer[] };

/** What this computer knows of a place, read after the frame was painted. */
function useKnown(model: Model, place: Place | undefined): typeof nothing {
  const [known, setKnown] = useState(nothing);
  useEffect(() => {
    let isWanted = true;
    if (place)
      void Promise.all([model.work(place), model.drafts(place)]).then(
        ([work, drafts]) => isWanted && setKnown({ work, drafts }),
      );
    return () => {
      isWanted = false;
    };
  }, [model, place]);
  return known;
}
