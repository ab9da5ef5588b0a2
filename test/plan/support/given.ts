import type { Finding } from '../../../src/plan/finding.ts';
import { answerAll, progress, withDefaults } from '../../../src/plan/progress.ts';
import type { Context } from '../../../src/plan/question.ts';
import { type Origin, type Typed, typedAs } from '../../../src/plan/typed.ts';
import { berlin } from './reading.ts';

type Texts = Parameters<typeof typedAs>[1];

export const user: Texts = {
  type: 'user',
  source: 'dana@contoso.com',
  target: 'dana@fabrikam.com',
  targetHost: 'https://fabrikam-my.sharepoint.com',
};

export const site: Texts = {
  ...user,
  type: 'site',
  source: 'https://contoso.sharepoint.com/sites/IT',
  target: 'https://fabrikam.sharepoint.com/sites/IT',
};

export const group: Texts = { ...user, type: 'group', source: 'finance', target: 'finance-eu' };

export const orgId = '78d010af-72cb-412f-8779-18ce9b5f553b';
export const sourceId = 'da157a29-f793-4dd6-9c73-41d2c73c2546';
export const targetId = 'cb53ea98-6151-44cc-9c21-098a3c3e3988';

/** Answers given together, as flags are, with what was left open filled in. */
export const given = (texts: Texts, origin: Origin = 'flag', context: Context = berlin): Typed =>
  withDefaults(answerAll(typedAs(origin, texts), context), context);

export const walk = (texts: Texts, context: Context = berlin) => progress(given(texts, 'flag', context), context);

/** A finding in a word: severity, field and code. */
export const brief = ({ severity, field, code }: Finding): string => `${severity} ${field} ${code}`;
