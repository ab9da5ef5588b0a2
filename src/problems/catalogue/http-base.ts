import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

/** What most answers with an error status have in common. */
export const http = {
  about: 'service',
  from: 'service',
  field: 'service',
  link: links.errors,
  retry: 'never',
  exit: 3,
  breaker: false,
} as const satisfies Partial<Rule>;
