import type { LocalWords, Rule } from '../rule.ts';
import { credentialWords } from './local-credential.ts';
import { followWords } from './local-follow.ts';
import { ledgerWords } from './local-ledger.ts';
import { planFileWords } from './local-plan-file.ts';
import { signInWords } from './local-sign-in.ts';
import { submitWords } from './local-submit.ts';
import { tenantWords } from './local-tenant.ts';

const words = {
  ...signInWords,
  ...tenantWords,
  ...credentialWords,
  ...submitWords,
  ...followWords,
  ...ledgerWords,
  ...planFileWords,
} as const;

/** The codes of findings that crossorg makes of its own knowledge. */
export type LocalCode = keyof typeof words;

const ruleOf = ([code, local]: [string, LocalWords]): Rule => ({
  about: 'crossorg',
  link: null,
  breaker: false,
  known: [],
  ...local,
  code,
  match: { on: 'local' },
});

export const localRules: readonly Rule[] = Object.entries<LocalWords>(words).map(ruleOf);
