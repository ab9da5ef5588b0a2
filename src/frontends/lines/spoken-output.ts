import type { Ports } from '../../ports/ports.ts';
import { hideSecrets } from '../../problems/secrets.ts';
import type { Output } from '../output.ts';
import { createVoice, voiceOn } from './voice.ts';

/** What a command says besides, for listeners: no line is wider than the window. Data for other programs stays as it is. */
export function spokenOutput(output: Output, ports: Pick<Ports, 'streams' | 'machine'>): Output {
  const { out, err } = ports.streams;
  const told = createVoice(voiceOn(err, ports));
  const data = createVoice(voiceOn(out, ports));
  return {
    ...output,
    notice: (lines) => told.say(linesOf(lines)),
    text: (lines) => {
      if (!out.isTTY) output.text(lines);
      else if (output.format === 'text') data.say(linesOf(lines));
    },
  };
}

const linesOf = (lines: string | readonly string[]): string[] =>
  [lines].flat().flatMap((text) => text.split('\n').map(hideSecrets));
