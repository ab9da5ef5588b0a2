import type { Ports } from '../../ports/ports.ts';
import { createTalk, forgetTypeAhead, hear } from './talk.ts';

/** Asks for one word in line mode; null when the input ends, or somebody stops, before there is one. */
export async function askOnce(
  message: string,
  ports: Pick<Ports, 'streams' | 'clock' | 'signals' | 'machine'>,
): Promise<string | null> {
  const talk = createTalk(ports);
  try {
    await forgetTypeAhead(talk);
    talk.voice.ask(message);
    const heard = await hear(talk, { seen: null, lateAfterMs: null, isWanted: () => true });
    talk.voice.answered(heard.what === 'line' ? heard.text : null);
    return heard.what === 'line' ? heard.text : null;
  } finally {
    talk.close();
  }
}
