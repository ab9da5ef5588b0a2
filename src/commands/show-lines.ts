import { endCode, lastLines, missingAtEnd } from '../frontends/lines/ending.ts';
import { createLineHands } from '../frontends/lines/line-hands.ts';
import { spokenFinding } from '../frontends/lines/spoken-finding.ts';
import { createTalk, dialogueOf } from '../frontends/lines/talk.ts';
import { createVoice, type Line, voiceOn } from '../frontends/lines/voice.ts';
import { lastWaveLines, waveResult } from '../frontends/lines/wave/ending.ts';
import { type LineReason, type LinesEnd, runLines } from '../frontends/lines.ts';
import { stateWords } from '../frontends/plain-lines.ts';
import type { Ports } from '../ports/ports.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { Model } from '../wizard/screens.ts';
import type { State } from '../wizard/state.ts';
import { leaveWave } from './leave-wave.ts';

/** A draft on its way to the disk takes a moment; a submission on its way is in the ledger and is not waited for. */
const graceMs = 250;

/** The wizard line by line, and what is said when it ends. Missing answers are told on standard error. */
export async function showLines(model: Omit<Model, 'hands'>, reason: LineReason, ports: Ports): Promise<number> {
  const { streams, clock } = ports;
  const talk = createTalk(ports);
  try {
    const end = await runLines({ ...model, hands: createLineHands(ports) }, talk, reason);
    if (end.engine) await Promise.race([end.engine.stop(), clock.sleep(graceMs)]);
    if (end.wave) {
      // From here on Ctrl+C ends the program at once.
      talk.close();
      await leaveWave(end.wave, clock);
    }
    const missing = missingAtEnd(end);
    if (!missing) talk.voice.say(endLines(end));
    if (missing) createVoice(voiceOn(streams.err, ports)).say(spokenFinding(missing));
    if (dialogueOf(streams) !== streams.out) tellResult(end, streams.out);
    return endCode(end);
  } finally {
    talk.close();
  }
}

function endLines({ engine, wave }: LinesEnd): Line[] {
  if (wave) return lastWaveLines(wave.state(), wave.others());
  return engine ? lastLines(engine.state()) : [];
}

/** Where the dialogue is not on standard output, what came of it is data, as of any command. */
function tellResult({ engine, wave }: LinesEnd, out: Ports['streams']['out']): void {
  const result = wave ? waveResult(wave.state()) : engine && taskResult(engine.state());
  if (result) out.write(`${result}\n`);
}

function taskResult(state: State): string | null {
  const task = 'followed' in state ? state.followed.task : null;
  if (!task || !('followed' in state)) return null;
  return `${task.id ?? 'no id'}  ${stateWords[task.state]}  ${sourceLabel(state.followed.move.plan)}`;
}
