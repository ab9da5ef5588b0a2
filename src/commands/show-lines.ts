import { endCode, lastLines, missingAtEnd } from '../frontends/lines/ending.ts';
import { createLineHands } from '../frontends/lines/line-hands.ts';
import { spokenFinding } from '../frontends/lines/spoken-finding.ts';
import { createTalk, dialogueOf } from '../frontends/lines/talk.ts';
import { createVoice, voiceOn } from '../frontends/lines/voice.ts';
import { type LineReason, runLines } from '../frontends/lines.ts';
import { stateWords } from '../frontends/plain-lines.ts';
import type { Ports } from '../ports/ports.ts';
import { sourceLabel } from '../tasks/source-key.ts';
import type { Model } from '../wizard/screens.ts';
import type { State } from '../wizard/state.ts';

/** A draft on its way to the disk takes a moment; a submission on its way is in the ledger and is not waited for. */
const graceMs = 250;

/** The wizard line by line, and what is said when it ends. Missing answers are told on standard error. */
export async function showLines(model: Omit<Model, 'hands'>, reason: LineReason, ports: Ports): Promise<number> {
  const { streams, clock } = ports;
  const talk = createTalk(ports);
  try {
    const end = await runLines({ ...model, hands: createLineHands(ports) }, talk, reason);
    if (end.engine) await Promise.race([end.engine.stop(), clock.sleep(graceMs)]);
    const missing = missingAtEnd(end);
    if (end.engine && !missing) talk.voice.say(lastLines(end.engine.state()));
    if (missing) createVoice(voiceOn(streams.err, ports)).say(spokenFinding(missing));
    if (end.engine && dialogueOf(streams) !== streams.out) tellResult(end.engine.state(), streams.out);
    return endCode(end);
  } finally {
    talk.close();
  }
}

/** Where the dialogue is not on standard output, a task that came of it is data, as of any command. */
function tellResult(state: State, out: Ports['streams']['out']): void {
  const task = 'followed' in state ? state.followed.task : null;
  if (task && 'followed' in state)
    out.write(`${task.id ?? 'no id'}  ${stateWords[task.state]}  ${sourceLabel(state.followed.move.plan)}\n`);
}
