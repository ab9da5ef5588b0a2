import { Text } from 'ink';
import { useState } from 'react';
import type { FirstRun, FirstStep } from '../../src/wizard/first-run.ts';
import type { Hands } from '../../src/wizard/screens.ts';
import { useCopying } from '../app/use-copying.ts';
import { useContent } from '../frame/content.ts';
import { Frame } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import type { KeyHint } from '../frame/layout.ts';
import { NoteContext } from '../frame/note.ts';
import { Overlaid } from '../frame/Overlaid.tsx';
import { KeyOverlay } from '../inputs/keys/KeyRouter.tsx';
import { isText, type Key } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';
import { CopyOverlay } from './CopyOverlay.tsx';
import { FirstRunList } from './FirstRunList.tsx';

type Props = {
  firstRun: FirstRun;
  hands: Hands;
  /** Makes a profile; left out where none can be made from here. */
  onNew: (() => void) | null;
  onDemo: () => void;
  onClose: () => void;
};

/** What has to be prepared before the first move, step by step. */
export const FirstRunScreen = (props: Props) => (
  <KeyOverlay>
    <Steps {...props} />
  </KeyOverlay>
);

const title = { subject: 'before the first move' };

function Steps({ firstRun, hands, onNew, onDemo, onClose }: Props) {
  const { steps, page } = firstRun;
  const [at, setAt] = useState(0);
  const step = steps[at];
  const copy = step?.copy ?? null;
  const copying = useCopying(hands, () => (copy === null ? null : { name: 'text', text: copy }), String(at));
  useKeys((key) => {
    const to = stepAfter(key, at, steps.length);
    if (to !== null) setAt(to);
    else if (isText(key, 'y')) return copying.copy();
    else if (isText(key, 'n') && onNew) onNew();
    else if (isText(key, 'd')) onDemo();
    else if (key.kind === 'escape' || isText(key, 'q')) onClose();
    else return false;
    return true;
  });
  const keys: readonly KeyHint[] = [
    ['Up Down', 'step'],
    ...(copy === null ? [] : [['y', 'copy'] as const]),
    ...(onNew ? [['n', 'new profile'] as const] : []),
    ['d', 'demo'],
    ['Esc', 'back'],
  ];
  const over = copying.shown ? <CopyOverlay title={title} copyable={copying.shown} onClose={copying.hide} /> : null;
  return (
    <NoteContext value={copying.note}>
      <Overlaid overlay={over}>
        <Frame title={title} keys={keys}>
          <Why firstRun={firstRun} />
          <Overview steps={steps} at={at} />
          {step ? <About step={step} number={at + 1} count={steps.length} /> : null}
          <Gap />
          <Line text={`All of it: ${page}`} />
        </Frame>
      </Overlaid>
    </NoteContext>
  );
}

/** Up, Down and Enter go through the steps, a digit goes to one. */
function stepAfter(key: Key, at: number, count: number): number | null {
  if (key.kind === 'down' || key.kind === 'enter') return Math.min(at + 1, count - 1);
  if (key.kind === 'up') return Math.max(at - 1, 0);
  const digit = key.kind === 'text' && /^[1-9]$/.test(key.text) ? Number(key.text) - 1 : -1;
  return digit >= 0 && digit < count ? digit : null;
}

/** In a small window the step that is told of comes first, then the list, then why. */
const ROOM = { list: 14, why: 18, allWhy: 24 };

function Overview({ steps, at }: { steps: readonly FirstStep[]; at: number }) {
  if (useContent().height < ROOM.list) return null;
  return (
    <>
      <FirstRunList steps={steps} focused={at} />
      <Gap />
    </>
  );
}

function Why({ firstRun: { title: heading, why } }: { firstRun: FirstRun }) {
  const { height } = useContent();
  if (height < ROOM.why) return null;
  return (
    <>
      <Text bold>{heading}</Text>
      {why.slice(0, height < ROOM.allWhy ? 1 : undefined).map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      <Gap />
    </>
  );
}

type AboutProps = { step: FirstStep; number: number; count: number };

function About({ step: { title: heading, who, lines, copy }, number, count }: AboutProps) {
  const isAlone = useContent().height < ROOM.list;
  return (
    <>
      <Text bold>{`Step ${number} of ${count}, ${who === 'you' ? 'by you' : `by a ${who}`}`}</Text>
      {isAlone ? <Paragraph text={`${heading}.`} /> : null}
      {lines.map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      {copy === null ? null : <Line text={`  ${copy}`} />}
    </>
  );
}
