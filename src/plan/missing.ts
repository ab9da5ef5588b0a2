import type { Known, QuestionId } from './answers.ts';
import { type Finding, finding } from './finding.ts';
import { questionAt } from './questions.ts';

/** An answer that nobody gave, in words that fit a screen, a line and a script. */
export function missingAnswer(id: QuestionId, known: Known): Finding {
  const { label, prompt, flag, example, choices } = questionAt(id);
  const how = choices ? choices.map((choice) => choice.value).join(', ') : example(known);
  return finding(
    {
      field: id,
      code: `${id}Missing`,
      what: `${label(known)} is not given.`,
      why: `The move cannot be planned without it. ${prompt(known)}`,
      next: choices
        ? `Choose one of: ${how}${flag ? ` (flag --${flag})` : ''}.`
        : `Give it, for example ${how}${flag ? ` (flag --${flag})` : ''}.`,
    },
    { from: 'input' },
  );
}
