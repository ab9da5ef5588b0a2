import type { Engine, Model } from '../wizard/screens.ts';
import { talkThrough } from './lines/migration.ts';
import { choosePlace } from './lines/places.ts';
import type { Talk } from './lines/talk.ts';
import { placeLine } from './plain-lines.ts';

/** How the dialogue was left: by a word, by Ctrl+C, or because the input ended. */
export type LinesEnd = { engine: Engine | null; how: 'leave' | 'over' | 'stopped' };

/** What turned line mode on, as its first line says it. */
export type LineReason = '--line' | 'CROSSORG_LINE' | 'ACCESSIBLE' | 'TERM=dumb' | 'setting';

/** The whole program line by line: nothing is ever drawn again, so that everything can be listened to. */
export async function runLines(model: Model, talk: Talk, reason: LineReason): Promise<LinesEnd> {
  const { voice } = talk;
  if (!model.isAgain)
    voice.say([`Line mode on, by ${reason}.`, 'Type help at any question, back to go back, quit to leave.']);
  if (model.engine) voice.say([placeLine(model.engine.state().session)]);
  const end = await oneAfterTheOther(model, talk);
  if (end.how === 'stopped') voice.interrupted();
  return end;
}

/** A place, then one migration after the other in it; back leads to the places again, where there were any. */
async function oneAfterTheOther(model: Model, talk: Talk): Promise<LinesEnd> {
  let { engine } = model;
  for (;;) {
    if (!engine) {
      const chosen = await choosePlace(model, talk);
      if (typeof chosen === 'string') return { engine: null, how: chosen };
      engine = chosen.engine;
    }
    const way = await talkThrough({ talk, engine, hands: model.hands, mayGoBack: model.engine === null });
    if (way !== 'another' && way !== 'back') return { engine, how: way };
    engine = way === 'another' ? engine.another() : null;
  }
}
