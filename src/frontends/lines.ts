import type { Engine, Model, Place } from '../wizard/screens.ts';
import type { WaveEngine } from '../wizard/wave/wave-screens.ts';
import type { OpenMany } from './lines/many.ts';
import { talkThrough, type Way } from './lines/migration.ts';
import { type Choice, choosePlace } from './lines/places.ts';
import type { Talk } from './lines/talk.ts';
import { talkWave } from './lines/wave/dialogue.ts';
import { placeLine } from './plain-lines.ts';

/** How the dialogue was left: by a word, by Ctrl+C, or because the input ended. */
export type LinesEnd = { engine: Engine | null; wave?: WaveEngine | null; how: 'leave' | 'over' | 'stopped' };

/** What turned line mode on, as its first line says it. */
export type LineReason = '--line' | 'CROSSORG_LINE' | 'ACCESSIBLE' | 'TERM=dumb' | 'setting';

/** The whole program line by line: nothing is ever drawn again, so that everything can be listened to. */
export async function runLines(model: Model, talk: Talk, reason: LineReason): Promise<LinesEnd> {
  const { voice } = talk;
  if (!model.isAgain)
    voice.say([`Line mode on, by ${reason}.`, 'Type help at any question, back to go back, quit to leave.']);
  const first = model.wave ?? model.engine;
  if (first) voice.say([placeLine(first.state().session)]);
  const end = await oneAfterTheOther(model, talk);
  if (end.how === 'stopped') voice.interrupted();
  return end;
}

/** A place, then one migration after the other in it, or many; back leads to the places again, where there were any. */
async function oneAfterTheOther(model: Model, talk: Talk): Promise<LinesEnd> {
  const { hands } = model;
  if (model.wave) {
    const how = await talkWave({ talk, engine: model.wave, hands, mayGoBack: false });
    return { engine: null, wave: model.wave, how: how === 'back' ? 'leave' : how };
  }
  let { engine } = model;
  let place: Place | null = null;
  for (;;) {
    const next: Way | Choice = engine
      ? await talkThrough({ talk, engine, hands, mayGoBack: !model.engine, openMany: manyIn(model, place) })
      : await choosePlace(model, talk);
    if (typeof next === 'object' && 'wave' in next) {
      const { wave } = next;
      const how = await talkWave({ talk, engine: wave, hands, mayGoBack: true, isChosen: engine === null });
      if (how !== 'back') return { engine, wave, how };
      void wave.stop();
    } else if (typeof next === 'object') ({ engine, place } = next);
    else if (next === 'another') engine = engine?.another() ?? null;
    else if (next === 'back') engine = null;
    else return { engine, how: next };
  }
}

const manyIn = ({ openWave }: Model, place: Place | null): OpenMany =>
  openWave === undefined ? null : (source) => openWave(place, source);
