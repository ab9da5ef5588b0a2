import type { NoticeMode } from '../plan/settings-file.ts';
import type { Env, Ports } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
import type { Hands } from '../wizard/screens.ts';

type Needs = Pick<Ports, 'streams' | 'env' | 'clipboard' | 'signals'>;

/** What the screens do with the terminal besides drawing: copy, title, notice, suspend. */
export const createHands = ({ streams, env, clipboard, signals }: Needs, notices: NoticeMode = 'auto'): Hands => ({
  copy: async (text) => {
    if (isRemote(env)) {
      streams.out.write(copySequence(text));
      return 'terminal';
    }
    return (await clipboard.copy(text)) ? 'clipboard' : 'none';
  },
  setTitle: (text) => streams.out.write(titleSequence(text)),
  notify: (text) => streams.out.write(noticeIn(notices, text, env)),
  suspend: signals.suspend,
});

/** Over SSH the clipboard of this machine is not the one in front of the person; the terminal knows the right one. */
export const isRemote = (env: Env): boolean => Boolean(env.SSH_TTY || env.SSH_CONNECTION);

const esc = '\u001B';
const bell = '\u0007';

/** OSC 52: the terminal puts the text on the clipboard of the person's own computer. */
const copySequence = (text: string): string => `${esc}]52;c;${base64(text)}${bell}`;

const titleSequence = (text: string): string => `${esc}]2;${cleanText(text, { maxLength: 120 })}${bell}`;

function noticeIn(notices: NoticeMode, text: string, env: Env): string {
  if (notices === 'off') return '';
  return notices === 'bell' ? bell : noticeSequence(text, env);
}

/** A notice of the terminal where it is known to show one, else the bell. */
const noticeSequence = (text: string, env: Env): string =>
  ['iTerm.app', 'WezTerm', 'ghostty'].includes(env.TERM_PROGRAM ?? '') || env.WT_SESSION
    ? `${esc}]9;${cleanText(text, { maxLength: 120 })}${bell}`
    : bell;

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
