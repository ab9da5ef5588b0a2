import { Text } from 'ink';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Hands } from '../../src/wizard/screens.ts';
import type { Signing, SigningState } from '../../src/wizard/signing.ts';
import { aboutRows, accountLines, pastedText, signInHeading } from '../../src/wizard/signing-words.ts';
import { useCopying } from '../app/use-copying.ts';
import { useSuspend } from '../app/use-hands.ts';
import { Definitions } from '../frame/Definitions.tsx';
import { Frame, LARGER } from '../frame/Frame.tsx';
import { Gap } from '../frame/Gap.tsx';
import { NoteContext } from '../frame/note.ts';
import { Overlaid } from '../frame/Overlaid.tsx';
import { Pinned } from '../frame/Pinned.tsx';
import type { Title } from '../frame/title.ts';
import { Verdict } from '../frame/Verdict.tsx';
import { isCtrl, isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { Paragraph } from '../text/Paragraph.tsx';
import { CopyOverlay } from './CopyOverlay.tsx';
import { HelpOverlay } from './HelpOverlay.tsx';
import { PasteField } from './PasteField.tsx';
import { SignInStatus } from './SignInStatus.tsx';
import { SignInWay } from './SignInWay.tsx';
import { browserOf, copyableOf, signInKeys, useSignInKeys } from './sign-in-keys.ts';

type Props = { signing: Signing; hands: Hands; onLeave: () => void };

/** A sign-in that waits for a person: what to do, whose account it takes, and what becomes of it. */
export function SignInScreen({ signing, hands, onLeave }: Props) {
  const { about } = signing;
  const state = useSyncExternalStore(signing.subscribe, signing.state);
  const [shown, show] = useState<'help' | 'address' | 'field' | null>(null);
  const copying = useCopying(hands, () => copyableOf(state), keyOf(state));
  const suspend = useSuspend(hands);
  const close = () => show(null);
  const paste = (text: string) => {
    const result = browserOf(state)?.paste(text);
    if (result) copying.say(pastedText[result]);
    close();
  };
  useEffect(() => {
    hands.setTitle(`crossorg: ${signInHeading(about)}`);
  }, [hands, about]);
  useKeys(
    (key) => {
      if (isCtrl(key, 'c')) {
        signing.stop();
        onLeave();
      } else if (isCtrl(key, 'z')) return suspend();
      else if (isText(key, '?') || key.kind === 'help') show('help');
      else return false;
      return true;
    },
    { role: 'global' },
  );
  useSignInKeys({ signing, state, show, paste, copying });
  const title = titleOf(signing);
  const address = shown === 'address' ? browserOf(state)?.address : undefined;
  const text = copying.shown ?? (address === undefined ? null : { name: 'address', text: address });
  const over =
    shown === 'help' ? (
      <HelpOverlay title={title} screen="signIn" onClose={close} />
    ) : text ? (
      <CopyOverlay
        title={title}
        copyable={text}
        isWanted={shown === 'address'}
        onClose={() => {
          copying.hide();
          close();
        }}
      />
    ) : null;
  const isPasting = shown === 'field' && browserOf(state) !== null;
  return (
    <NoteContext value={copying.note}>
      <Overlaid overlay={over}>
        <Frame title={title} keys={signInKeys(state, isPasting)} helpKey={isPasting ? 'F1' : '?'}>
          <Pinned
            cutText={LARGER}
            below={
              isPasting ? (
                <PasteField onPaste={paste} onClose={close} isActive={over === null} />
              ) : (
                <SignInStatus signing={signing} state={state} />
              )
            }
          >
            <Text bold>{signInHeading(about)}</Text>
            <Gap />
            {about.why ? <Verdict severity="warning" text={about.why.what} /> : null}
            <SignInWay state={state} about={about} />
            <Gap />
            <About signing={signing} />
          </Pinned>
        </Frame>
      </Overlaid>
    </NoteContext>
  );
}

/** What was said of one try is no word about the next. */
const keyOf = (state: SigningState): string =>
  `${state.status} ${state.method} ${state.status === 'waiting' ? state.waiting.expiresAt : ''}`;

const titleOf = ({ about: { profile, source, target, mode } }: Signing): Title => ({ profile, source, target, mode });

function About({ signing: { about } }: { signing: Signing }) {
  return (
    <>
      {accountLines(about).map((text) => (
        <Paragraph key={text} text={text} />
      ))}
      <Gap />
      <Definitions rows={aboutRows(about)} indent={0} />
      <Gap />
    </>
  );
}
