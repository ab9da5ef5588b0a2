import { Box, Text } from 'ink';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import type { Engine, Model, Place, ProfileWish } from '../../src/wizard/screens.ts';
import { whereToWork } from '../../src/wizard/sentences.ts';
import type { WaveEngine } from '../../src/wizard/wave/wave-screens.ts';
import { Busy } from '../frame/Busy.tsx';
import { Findings } from '../frame/Findings.tsx';
import { Frame } from '../frame/Frame.tsx';
import { NoteContext } from '../frame/note.ts';
import { Verdict } from '../frame/Verdict.tsx';
import { HelpOverlay } from '../screens/HelpOverlay.tsx';
import { KnownDrafts } from '../screens/KnownDrafts.tsx';
import { KnownWork } from '../screens/KnownWork.tsx';
import { AboutPlace, FirstSteps } from './FirstSteps.tsx';
import { PlaceList } from './PlaceList.tsx';
import { useCopying } from './use-copying.ts';
import { type Known, useKnown } from './use-known.ts';
import { useOpening } from './use-opening.ts';
import { keysFor, useWelcomeKeys, whileFiltering, whileOpening } from './welcome-keys.ts';

/** Few openings need it. */
const SignInScreen = lazy(async () => ({
  default: (await import('../screens/SignInScreen.tsx')).SignInScreen,
}));

/** Where no clipboard was found. */
const CopyOverlay = lazy(async () => ({ default: (await import('../screens/CopyOverlay.tsx')).CopyOverlay }));

type Props = {
  model: Model;
  /** Loads what comes next, once this screen is painted. */
  preload: () => Promise<unknown>;
  onOpen: (engine: Engine, place: Place) => void;
  /** A run of many rows that was chosen from the known work. */
  onOpenWave: (wave: WaveEngine) => void;
  onLeave: () => void;
};

/** Where to work, and what is under way there. Nothing is read from disk or network before it is painted. */
export function Welcome({ model, preload, onOpen, onOpenWave, onLeave }: Props) {
  useEffect(() => void preload(), [preload]);
  const [place, setPlace] = useState<Place | undefined>(model.places[0]);
  const [shown, show] = useState<'help' | 'steps' | null>(null);
  const [filter, setFilter] = useState<string | null>(null);
  const { opening, signing, findings, start } = useOpening();
  const known = useKnown(model, place);
  const { work, drafts, chosen } = known;
  const about = () => (chosen ? { text: chosen.command, name: 'command' } : null);
  const copying = useCopying(model.hands, about, chosen?.runId ?? '');
  const openAt = (at: Place) =>
    start(
      (onSignIn) => model.open(at, onSignIn),
      (engine) => onOpen(engine, at),
    );
  const change = (wish: ProfileWish) => {
    model.changeProfile?.(wish);
    onLeave();
  };
  const acts = {
    ...begunBefore({ model, place, known, onOpen, onOpenWave, start }),
    leave: onLeave,
    help: () => show('help'),
    copy: copying.copy,
    filter: () => setFilter(''),
    steps: () => show('steps'),
    newProfile: () => change({ edit: null }),
    editProfile: () => place?.profile && change({ edit: place.profile }),
  };
  useWelcomeKeys({ model, place, known }, acts, !opening);
  if (signing)
    return (
      <Later>
        <SignInScreen signing={signing} hands={model.hands} onLeave={onLeave} />
      </Later>
    );
  const title = { subject: 'where to work' };
  const close = () => show(null);
  if (shown === 'help') return <HelpOverlay title={title} screen="welcome" onClose={close} />;
  if (shown === 'steps') return <FirstSteps model={model} onOpen={openAt} onNew={acts.newProfile} onClose={close} />;
  if (copying.shown)
    return (
      <Later>
        <CopyOverlay title={title} copyable={copying.shown} onClose={copying.hide} />
      </Later>
    );
  const hints = filter === null ? keysFor({ model, place, known }) : whileFiltering;
  return (
    <NoteContext value={copying.note}>
      <Frame title={title} keys={opening ? whileOpening : hints}>
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
        <KnownWork work={work} chosen={chosen} place={place?.name ?? ''} />
      </Frame>
    </NoteContext>
  );
}

/** A part that is loaded when it is first shown. */
const Later = ({ children }: { children: ReactNode }) => <Suspense fallback={null}>{children}</Suspense>;

type Begun = Pick<Props, 'model' | 'onOpen' | 'onOpenWave'> & {
  place: Place | undefined;
  known: Known;
  start: ReturnType<typeof useOpening>['start'];
};

/** What was begun before is gone on with: the chosen work, or the newest draft. */
const begunBefore = ({ model, place, known: { chosen, drafts }, onOpen, onOpenWave, start }: Begun) => ({
  watch: () => {
    if (!place || !chosen) return;
    const { runId, many } = chosen;
    if (many) start((onSignIn) => model.followMany(place, runId, onSignIn), onOpenWave);
    else
      start(
        (onSignIn) => model.follow(place, runId, onSignIn),
        (engine) => onOpen(engine, place),
      );
  },
  goOn: () => {
    const [newest] = drafts;
    if (!place || !newest) return;
    start(
      (onSignIn) => model.continueDraft(place, newest.draftId, onSignIn),
      (engine) => onOpen(engine, place),
    );
  },
});

/** Profiles that cannot be used do not hide the others; where they are broken is told. */
function Unusable({ findings }: { findings: readonly Finding[] }) {
  const [first, ...others] = findings;
  if (!first) return null;
  const more = others.length === 0 ? '' : ` And ${others.length} more.`;
  return <Verdict severity="warning" text={`${first.what}${more} crossorg profile list tells more.`} />;
}
