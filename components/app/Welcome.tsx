import { Box, Text } from 'ink';
import { useEffect, useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { DraftOffer, Engine, Model, Opening, Place, ProfileWish, Work } from '../../src/wizard/screens.ts';
import { whereToWork } from '../../src/wizard/sentences.ts';
import { Busy } from '../frame/Busy.tsx';
import { Definitions } from '../frame/Definitions.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { Verdict } from '../frame/Verdict.tsx';
import { isCtrl, isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { HelpOverlay } from '../screens/HelpOverlay.tsx';
import { KnownDrafts } from '../screens/KnownDrafts.tsx';
import { KnownWork } from '../screens/KnownWork.tsx';
import { PlaceList } from './PlaceList.tsx';
import { isFilterable } from './place-rows.ts';

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
  const [filter, setFilter] = useState<string | null>(null);
  const { opening, findings, start } = useOpening(onOpen);
  const { work, drafts } = useKnown(model, place);
  const change = (wish: ProfileWish) => {
    model.changeProfile?.(wish);
    onLeave();
  };
  useKeys(
    (key) => {
      if (isText(key, 'q') || key.kind === 'escape') onLeave();
      else if (isText(key, 'w') && work[0] && place) start(model.follow(place, work[0].runId));
      else if (isText(key, 'd') && drafts[0] && place) start(model.continueDraft(place, drafts[0].draftId));
      else if (isText(key, '/') && isFilterable(model.places)) setFilter('');
      else if (isText(key, 'n') && model.changeProfile) change({ edit: null });
      else if (isText(key, 'e') && model.changeProfile && place?.profile) change({ edit: place.profile });
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
  if (help) return <HelpOverlay title={title} screen="welcome" onClose={() => setHelp(false)} />;
  return (
    <Frame
      title={title}
      keys={opening ? whileOpening : filter === null ? keysFor(model, { place, work, drafts }) : whileFiltering}
    >
      <Text bold>{whereToWork}</Text>
      <Text> </Text>
      {opening ? (
        <Busy text={`Opening ${place?.name ?? ''}`} />
      ) : (
        <PlaceList
          places={model.places}
          focused={place}
          filter={filter}
          onFilter={setFilter}
          onFocus={setPlace}
          onChoose={(chosen) => start(model.open(chosen))}
        />
      )}
      <Box marginTop={1} flexDirection="column">
        {findings.length > 0 ? <Findings findings={findings} max={1} /> : <Definitions rows={place?.facts ?? []} />}
        <Unusable findings={model.findings ?? []} />
      </Box>
      <KnownDrafts drafts={drafts} />
      <KnownWork work={work} place={place?.name ?? ''} />
    </Frame>
  );
}

const whileOpening: readonly KeyHint[] = [['Ctrl+C', 'leave']];
const whileFiltering: readonly KeyHint[] = [
  ['Enter', 'open'],
  ['Up Down', 'move'],
  ['Esc', 'all places'],
];

type Shown = { place: Place | undefined } & Known;

function keysFor(model: Model, { place, work, drafts }: Shown): readonly KeyHint[] {
  return [
    ['Enter', 'open'],
    ...(model.places.length > 1 ? [['Up Down', 'move'] as const] : []),
    ...(isFilterable(model.places) ? [['/', 'filter'] as const] : []),
    ...(drafts.length > 0 ? [['d', 'continue the draft'] as const] : []),
    ...(work.length > 0 ? [['w', 'watch the first one'] as const] : []),
    ...(model.changeProfile ? [['n', 'new profile'] as const] : []),
    ...(model.changeProfile && place?.profile ? [['e', 'edit it'] as const] : []),
    ['q', 'quit'],
  ];
}

/** Profiles that cannot be used do not hide the others; where they are broken is told. */
function Unusable({ findings }: { findings: readonly Finding[] }) {
  const [first, ...others] = findings;
  if (!first) return null;
  const more = others.length === 0 ? '' : ` And ${others.length} more.`;
  return <Verdict severity="warning" text={`${first.what}${more} crossorg profile list tells more.`} />;
}

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

type Known = { work: readonly Work[]; drafts: readonly DraftOffer[] };

const nothing: Known = { work: [], drafts: [] };

/** What this computer knows of a place, read after the frame was painted; of another place it says nothing. */
function useKnown(model: Model, place: Place | undefined): Known {
  const [known, setKnown] = useState<Known & { id: string | null }>({ ...nothing, id: null });
  useEffect(() => {
    let isWanted = true;
    if (place)
      void Promise.all([model.work(place), model.drafts(place)]).then(
        ([work, drafts]) => isWanted && setKnown({ work, drafts, id: place.id }),
      );
    return () => {
      isWanted = false;
    };
  }, [model, place]);
  return known.id === place?.id ? known : nothing;
}
