import { Box, Text } from 'ink';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { DraftOffer, Engine, Model, Place, ProfileWish, Work } from '../../src/wizard/screens.ts';
import { whereToWork } from '../../src/wizard/sentences.ts';
import { Busy } from '../frame/Busy.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { Verdict } from '../frame/Verdict.tsx';
import { isCtrl, isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { HelpOverlay } from '../screens/HelpOverlay.tsx';
import { KnownDrafts } from '../screens/KnownDrafts.tsx';
import { KnownWork } from '../screens/KnownWork.tsx';
import { AboutPlace, FirstSteps } from './FirstSteps.tsx';
import { PlaceList } from './PlaceList.tsx';
import { isFilterable } from './place-rows.ts';
import { useOpening } from './use-opening.ts';

/** Few openings need it. */
const SignInScreen = lazy(async () => ({
  default: (await import('../screens/SignInScreen.tsx')).SignInScreen,
}));

type Props = {
  model: Model;
  /** Loads what comes next, once this screen is painted. */
  preload: () => Promise<unknown>;
  onOpen: (engine: Engine, place: Place) => void;
  onLeave: () => void;
};

/** Where to work, and what is under way there. Nothing is read from disk or network before it is painted. */
export function Welcome({ model, preload, onOpen, onLeave }: Props) {
  useEffect(() => void preload(), [preload]);
  const [place, setPlace] = useState<Place | undefined>(model.places[0]);
  const [shown, show] = useState<'help' | 'steps' | null>(null);
  const [filter, setFilter] = useState<string | null>(null);
  const { opening, signing, findings, start } = useOpening(onOpen);
  const { work, drafts } = useKnown(model, place);
  const watch = (at: Place, { runId }: Work) => start((onSignIn) => model.follow(at, runId, onSignIn), at);
  const goOn = (at: Place, { draftId }: DraftOffer) =>
    start((onSignIn) => model.continueDraft(at, draftId, onSignIn), at);
  const change = (wish: ProfileWish) => {
    model.changeProfile?.(wish);
    onLeave();
  };
  useKeys(
    (key) => {
      if (isText(key, 'q') || key.kind === 'escape') onLeave();
      else if (isText(key, 'w') && work[0] && place) watch(place, work[0]);
      else if (isText(key, 'd') && drafts[0] && place) goOn(place, drafts[0]);
      else if (isText(key, '/') && isFilterable(model.places)) setFilter('');
      else if (isText(key, 'f') && model.firstRun) show('steps');
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
      else if (isText(key, '?') || key.kind === 'help') show('help');
      else return false;
      return true;
    },
    { role: 'global' },
  );
  if (signing)
    return (
      <Suspense fallback={null}>
        <SignInScreen signing={signing} hands={model.hands} onLeave={onLeave} />
      </Suspense>
    );
  const title = { subject: 'where to work' };
  const close = () => show(null);
  const openAt = (chosen: Place) => start((onSignIn) => model.open(chosen, onSignIn), chosen);
  if (shown === 'help') return <HelpOverlay title={title} screen="welcome" onClose={close} />;
  if (shown === 'steps')
    return <FirstSteps model={model} onOpen={openAt} onNew={() => change({ edit: null })} onClose={close} />;
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
          onChoose={openAt}
        />
      )}
      <Box marginTop={1} flexDirection="column">
        {findings.length > 0 ? <Findings findings={findings} max={1} /> : <AboutPlace model={model} place={place} />}
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
    ...(model.firstRun ? [['f', 'first steps'] as const] : []),
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
