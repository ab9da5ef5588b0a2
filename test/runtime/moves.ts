import { type CleanDryRun, ConfirmedMove } from '../../src/plan/confirmed.ts';
import { planMove } from '../../src/plan/id.ts';
import type { Plan, PlannedMove } from '../../src/plan/plan.ts';
import type { Submission } from '../../src/runtime/submit.ts';
import type { RunHeader } from '../../src/wave/entry.ts';

const endpoint = 'https://graph.microsoft.com/beta';
const tenants = { sourceTenantId: 'aaaaaaaa-0000-4000-8000-000000000001', targetTenantId: null };

const common = {
  destination: { by: 'host', host: 'https://fabrikam-my.sharepoint.com/' },
  start: 'now',
  latestStart: null,
} as const;

export const userPlan = (name: string, target = name): Plan => ({
  type: 'user',
  source: { by: 'upn', upn: `${name}@contoso.com` },
  sourceUpn: null,
  target: { by: 'upn', upn: `${target}@fabrikam.com` },
  ...common,
});

export const objectIdPlan = (id: string, sourceUpn: string | null = null): Plan => ({
  type: 'user',
  source: { by: 'id', id },
  sourceUpn,
  target: { by: 'upn', upn: 'dana@fabrikam.com' },
  ...common,
});

export const sitePlan = (name: string): Plan => ({
  type: 'site',
  source: { url: `https://contoso.sharepoint.com/sites/${name}` },
  target: { url: `https://fabrikam.sharepoint.com/sites/${name}` },
  ...common,
});

export const groupPlan = (name: string): Plan => ({
  type: 'group',
  source: { mailNickname: name },
  target: { mailNickname: `${name}-new` },
  ...common,
});

export const moveOf = (plan: Plan): PlannedMove => planMove(plan, endpoint, tenants);

export const cleanDryRun = (move: PlannedMove, at: number): CleanDryRun => ({
  planId: move.id,
  at,
  status: 'completed',
  requestId: null,
  clientRequestId: '00000000-0000-4000-8000-00000000d0d0',
});

/** A confirmed move with everything `submitMove` takes. */
export function submissionOf(move: PlannedMove, now: number): Submission {
  const dryRun = cleanDryRun(move, now);
  const confirmed = ConfirmedMove.confirm(move, { word: 'yes', expected: 'yes', dryRun, now });
  if (!confirmed.ok) throw new Error(confirmed.error.what);
  return { confirmed: confirmed.value, dryRun, typed: {} };
}

export const header: Omit<RunHeader, 'runId'> = {
  mode: 'live',
  endpoint,
  profile: null,
  source: { tenantId: tenants.sourceTenantId, name: 'Contoso' },
  target: { tenantId: null, name: 'Fabrikam' },
  zone: 'Europe/Berlin',
  account: 'admin@contoso.com',
  machine: 'test',
  change: null,
  version: '0.0.0',
};
