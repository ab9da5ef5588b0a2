import type { Pasted, SignInNews } from '../../auth/sign-in-news.ts';
import { createReader } from '../../frontends/lines/reader.ts';
import type { Output } from '../../frontends/output.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Settings } from '../settings.ts';

type Needs = {
  settings: Pick<Settings, 'mayAsk'>;
  ports: Pick<Ports, 'streams' | 'clock' | 'machine'>;
  output: Output;
  /** Ends the listening for what is pasted. */
  signal: AbortSignal;
};

/** Tells a person on standard error how to go on, and takes the address that they paste. */
export function signInDialogue({ settings, ports, output, signal }: Needs): (news: SignInNews) => void {
  return (news) => {
    if (news.kind === 'code') return tellCode(news, output, ports.clock.now());
    const mayPaste = settings.mayAsk;
    output.notice(browserLines(news, mayPaste, ports.machine.name));
    if (mayPaste) void listen(news, ports, output, signal);
  };
}

/** As events one object; else two lines that a script can find. */
function tellCode(news: Extract<SignInNews, { kind: 'code' }>, output: Output, now: number): void {
  const { userCode, verificationUri } = news;
  output.event('deviceCode', now, { userCode, verificationUri, expiresAt: new Date(news.expiresAt).toISOString() });
  if (output.format !== 'events') output.notice([`Open: ${verificationUri}`, `Code: ${userCode}`]);
}

type BrowserNews = Extract<SignInNews, { kind: 'browser' }>;

function browserLines({ address, opened, port }: BrowserNews, mayPaste: boolean, machine: string): string[] {
  const first = opened
    ? 'Your browser was opened. If no window appeared, open this address:'
    : 'No browser can be opened here. Open this address in one:';
  if (opened) return [first, `Open: ${address}`];
  return [
    first,
    `Open: ${address}`,
    ...(mayPaste
      ? [`The browser ends at an address that begins with http://localhost:${port}.`, 'It may show an error there.']
      : []),
    ...(mayPaste ? ['Copy that whole address, paste it here, and press Enter.'] : []),
    `${mayPaste ? 'Or make' : 'If the browser is on another computer, make'} a tunnel from there before you open it:`,
    `  ssh -L ${port}:localhost:${port} ${machine}`,
  ];
}

const answers: Readonly<Record<Exclude<Pasted, 'taken'>, string[]>> = {
  otherSignIn: ['That address belongs to another sign-in. Paste the one that this sign-in ended at.'],
  unreadable: [
    'That is not the address the browser ended at: it has code= and state= in it.',
    'Paste the whole of it.',
  ],
};

async function listen(news: BrowserNews, { streams }: Needs['ports'], output: Output, signal: AbortSignal) {
  const reader = createReader(streams.stdin.stream, !streams.stdin.isTTY);
  signal.addEventListener('abort', () => reader.close(), { once: true });
  for (;;) {
    await reader.ready(signal, () => true);
    const text = reader.take();
    if (text === null || signal.aborted) return;
    const pasted = text.trim() === '' ? null : news.paste(text);
    if (pasted === 'taken') return reader.close();
    if (pasted !== null) output.notice(answers[pasted]);
  }
}
