import type { WaveOpening, WaveSource } from '../../wizard/screens.ts';
import { fileNotNamed, wavesNotHere } from '../../wizard/wave/many-findings.ts';
import { fileExample, fileForm, fileRest, fileToBegin, pathTyped, whichFile } from '../../wizard/wave/many-words.ts';
import type { WaveEngine } from '../../wizard/wave/wave-screens.ts';
import { spokenFinding } from './spoken-finding.ts';
import { hear, type Talk } from './talk.ts';

/** Opens many moves in place of one; null where that cannot be. */
export type OpenMany = ((source: WaveSource) => WaveOpening) | null;

export type Many = { wave: WaveEngine } | 'back' | 'leave' | 'over' | 'stopped';

/** Asks which file many moves are in, until it can be opened or nobody wants one any more. */
export async function askMany(talk: Talk, openMany: OpenMany): Promise<Many> {
  const { voice, reader } = talk;
  if (openMany === null) {
    voice.say(spokenFinding(wavesNotHere));
    return 'back';
  }
  voice.say([whichFile, fileForm, fileRest, fileToBegin]);
  for (;;) {
    if (reader.isOver()) return 'over';
    voice.ask(`CSV file, for example ${fileExample}, or back:`);
    const heard = await hear(talk, { seen: null, lateAfterMs: null, isWanted: () => true });
    voice.answered(heard.what === 'line' ? heard.text : null);
    if (heard.what === 'stopped') return 'stopped';
    const way = heard.what === 'line' ? await opened(heard.text, talk, openMany) : null;
    if (way !== null) return way;
  }
}

async function opened(text: string, { voice }: Talk, openMany: NonNullable<OpenMany>): Promise<Many | null> {
  const path = pathTyped(text);
  switch (path.toLowerCase()) {
    case 'back':
      return 'back';
    case 'quit':
      return 'leave';
    case '':
      voice.say(spokenFinding(fileNotNamed));
      return null;
    case 'help':
      voice.say(['A path: opens that file', 'back: back to the question', 'quit: leaves']);
      return null;
  }
  const wave = await openMany({ path });
  if (wave.ok) return { wave: wave.value };
  voice.say(wave.error.flatMap(spokenFinding));
  return null;
}
