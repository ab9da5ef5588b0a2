import { err, ok } from '../../plan/result.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ByPerson } from '../bearer.ts';
import { modeOf } from '../mode.ts';
import type { OpenOptions } from '../session.ts';
import type { Settings } from '../settings.ts';

/** For a session of a command: whoever sits at its terminal is asked by plain lines, at its beginning and during it. */
export function asksByLines(settings: Settings, ports: Ports): Pick<OpenOptions, 'byPerson' | 'asksAgain'> {
  const isAttended = settings.mayAsk && ports.streams.stdin.isTTY;
  return isAttended ? { byPerson: signInByLines(settings, ports), asksAgain: true } : {};
}

function signInByLines(settings: Settings, ports: Ports): ByPerson {
  return async (ask, why) => {
    const [{ openSigning }, { talkSignIn }, { createTalk, dialogueOf }, { createLineHands }] = await Promise.all([
      import('./signing.ts'),
      import('../../frontends/lines/sign-in.ts'),
      import('../../frontends/lines/talk.ts'),
      import('../../frontends/lines/line-hands.ts'),
    ]);
    const { signing, signedIn } = await openSigning({ ask, mode: modeOf(settings), why }, ports);
    const talk = createTalk(ports);
    // Outside line mode an address stays in one piece, so that a terminal sees that it is one.
    const stream = dialogueOf(ports.streams);
    const whole = settings.line ? {} : { sayAddress: (address: string) => stream.write(`${address}\n`) };
    try {
      await talkSignIn({ talk, signing, hands: createLineHands(ports), ...whole });
    } finally {
      talk.close();
    }
    const done = await signedIn;
    if (done === null) return err({ kind: 'cancelled' });
    talk.voice.say([`Signed in as ${done.who.account}.`]);
    return ok(done);
  };
}
