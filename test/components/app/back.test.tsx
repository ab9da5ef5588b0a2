import { describe, expect, test } from 'vitest';
import type { QuestionId } from '../../../src/plan/answers.ts';
import { progress } from '../../../src/plan/progress.ts';
import { questionAt } from '../../../src/plan/questions.ts';
import { typedAs } from '../../../src/plan/typed.ts';
import { begin } from '../../../src/wizard/machine.ts';
import { openMigration } from '../../support/open-migration.tsx';
import { context, noon, session } from '../../support/session.ts';
import { answerSets } from '../../support/states.ts';

/** Texts that cannot be read, or are forbidden. */
const wrong: Readonly<Record<QuestionId, string>> = {
  type: '',
  source: 'not a name/of anything',
  sourceUpn: 'nobody',
  target: 'not a name/of anything',
  targetBy: '',
  targetHost: 'nowhere',
  targetOrgId: '1234',
  targetLocation: 'EUROPE',
  start: 'tomorow',
  latestStart: '5/6/2026',
};

const keys = [
  { key: 'Esc', bytes: '\u001b' },
  { key: 'Shift+Tab', bytes: '\u001b[Z' },
] as const;

const rows = Object.entries(answerSets).flatMap(([answers, set]) => {
  const typed = typedAs('typed', set);
  const { asked, known } = progress(typed, context);
  return asked.flatMap((at, place) =>
    keys.flatMap(({ key, bytes }) => {
      const texts: Partial<Record<QuestionId, string>> = set;
      const hasChoices = questionAt(at).choices !== undefined;
      const contents = hasChoices
        ? [{ content: 'not answered', text: '' }]
        : [
            { content: 'empty', text: '' },
            { content: 'wrong', text: wrong[at] },
            { content: 'valid', text: texts[at] ?? '' },
          ];
      const before = Object.fromEntries(asked.slice(0, place).map((id) => [id, texts[id]]));
      const previous = asked[place - 1];
      return contents.map(({ content, text }) => ({
        name: `${answers}, ${at} ${content}, ${key}`,
        ...{ at, bytes, text, before, previous, known, hasChoices, isRead: content === 'valid' && text !== '' },
      }));
    }),
  );
});

describe('Back from every question', () => {
  test.each(rows)('$name', async ({ at, bytes, text, before, previous, known, hasChoices, isRead }) => {
    const { press, paste, waitFor, did, engine, unmount } = openMigration(
      begin(session, typedAs('typed', before), noon),
    );
    await waitFor(questionAt(at).prompt(known));
    expect(engine.state()).toMatchObject({ status: 'asking', at });
    if (text !== '') {
      paste(text);
      await waitFor(text);
    }
    press(bytes);
    if (previous === undefined) {
      await expect.poll(() => did, { interval: 2 }).toEqual(['back']);
      unmount();
      return;
    }
    await waitFor(questionAt(previous).prompt(known));
    expect(engine.state()).toMatchObject({ status: 'asking', at: previous });
    press('\r');
    // What cannot be read, or is missing, is asked again; what can be is not, and is found when it is opened.
    if (isRead) {
      await waitFor((screen) => !screen.includes(questionAt(previous).prompt(known)));
      engine.dispatch({ type: 'reopened', to: at });
    }
    await waitFor(questionAt(at).prompt(known));
    expect(engine.state()).toMatchObject({ status: 'asking', at });
    // Times are shown as the moment that they mean.
    if (!hasChoices && text !== '') await waitFor(isRead ? text.slice(0, 16) : text);
    unmount();
  });
});
