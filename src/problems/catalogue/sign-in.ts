import { links } from '../links.ts';
import type { NonEmpty, Rule } from '../rule.ts';
import { signInAccountWords } from './sign-in-account.ts';
import { signInAppWords } from './sign-in-app.ts';
import { signInBlockWords } from './sign-in-block.ts';
import { signInConsentWords } from './sign-in-consent.ts';
import { signInEndWords } from './sign-in-end.ts';
import { oauthWords } from './sign-in-oauth.ts';
import { signInPolicyWords } from './sign-in-policy.ts';

/** A refusal of the sign-in service: what it does not say is the same for nearly all. */
export type SignInWords = Pick<Rule, 'what' | 'why' | 'next' | 'known'> &
  Partial<Pick<Rule, 'field' | 'retry' | 'exit' | 'breaker' | 'link'>> & {
    /** Other codes that mean the same and are healed the same way. */
    also?: NonEmpty<string>;
  };

const ruleOf = ([code, { also, ...words }]: [string, SignInWords]): Rule => ({
  about: 'signIn',
  from: 'signIn',
  field: 'signIn',
  link: links.signInErrors,
  retry: 'fix',
  exit: 4,
  breaker: true,
  ...words,
  code,
  match: { on: 'signIn', codes: [code, ...(also ?? [])] },
});

/** What the sign-in service refuses with. Numbers go before the words of OAuth, which say less and stand beside them. */
export const signInRules: readonly Rule[] = Object.entries<SignInWords>({
  ...signInAccountWords,
  ...signInBlockWords,
  ...signInPolicyWords,
  ...signInConsentWords,
  ...signInAppWords,
  ...signInEndWords,
  ...oauthWords,
}).map(ruleOf);
