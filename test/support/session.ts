import { answerAll } from '../../src/plan/progress.ts';
import { typedAs } from '../../src/plan/typed.ts';
import type { Session } from '../../src/wizard/state.ts';

/** Sat 5 Dec 2026, 12:00 UTC. */
export const noon = Date.UTC(2026, 11, 5, 12);

export const session: Session = {
  mode: 'simulator',
  endpoint: 'http://127.0.0.1:4000/beta',
  profile: null,
  source: { tenantId: '4c1e0000-0000-4000-8000-000000009a02', name: 'Contoso' },
  target: { tenantId: '78d010af-72cb-412f-8779-18ce9b5f553b', name: 'Fabrikam' },
  zone: 'Europe/Berlin',
  account: 'mia@contoso.com',
  change: null,
  hints: null,
};

export const context = { now: noon, zone: session.zone };

export const userTexts = {
  type: 'user',
  source: 'dana@contoso.com',
  target: 'dana@fabrikam.com',
  targetBy: 'host',
  targetHost: 'https://fabrikam-my.sharepoint.com',
  start: 'now',
  latestStart: '',
} as const;

export const userTyped = answerAll(typedAs('typed', userTexts), context);
