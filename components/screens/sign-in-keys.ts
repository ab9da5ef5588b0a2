import type { Copyable } from '../../src/wizard/copy-text.ts';
import type { Signing, SigningState, Waiting } from '../../src/wizard/signing.ts';
import type { KeyHint } from '../frame/layout.ts';
import { isText } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';

/** The browser that is waited for; null where none is. */
export const browserOf = (state: SigningState): Extract<Waiting, { kind: 'browser' }> | null =>
  state.status === 'waiting' && state.waiting.kind === 'browser' ? state.waiting : null;

/** What `y` copies: the address to open, or the code to type. */
export function copyableOf(state: SigningState): Copyable | null {
  if (state.status !== 'waiting') return null;
  const { waiting } = state;
  return waiting.kind === 'browser'
    ? { name: 'address', text: waiting.address }
    : { name: 'code', text: waiting.userCode };
}

const other = ({ method }: SigningState): KeyHint =>
  method === 'browser' ? ['d', 'use a code instead'] : ['b', 'use the browser instead'];

const back: KeyHint = ['Esc', 'back'];

export function signInKeys(state: SigningState, isPasting: boolean): readonly KeyHint[] {
  if (isPasting) return [['Enter', 'take it'], back];
  if (state.status === 'failed') return [['r', 'try again'], other(state), back];
  if (state.status !== 'waiting') return [back];
  if (state.waiting.kind === 'code') return [['y', 'copy the code'], ['r', 'new code'], other(state), back];
  return [['y', 'copy the address'], ['v', 'show all of it'], ['r', 'open again'], ['p', 'paste'], other(state), back];
}

type Wanted = {
  signing: Signing;
  state: SigningState;
  show: (what: 'address' | 'field') => void;
  paste: (text: string) => void;
  copying: { say(text: string): void; copy(): boolean };
};

/** The keys of the screen while nothing lies over it. */
export function useSignInKeys({ signing, state, show, paste, copying }: Wanted): void {
  const browser = browserOf(state);
  useKeys((key) => {
    if (key.kind === 'escape' || key.kind === 'backTab') signing.stop();
    else if (key.kind === 'paste' && browser) paste(key.lines.join(''));
    else if (isText(key, 'y')) return copying.copy();
    else if (isText(key, 'v') && browser) show('address');
    else if (isText(key, 'p') && browser) show('field');
    else if (isText(key, 'd') && state.method === 'browser') signing.start('device');
    else if (isText(key, 'b') && state.method === 'device') signing.start('browser');
    else if (isText(key, 'r') && browser)
      void browser
        .openAgain()
        .then((isOpened) =>
          copying.say(isOpened ? 'The browser was opened again.' : 'No browser can be opened on this computer.'),
        );
    else if (isText(key, 'r') && state.status !== 'preparing') signing.start(state.method);
    else return false;
    return true;
  });
}
