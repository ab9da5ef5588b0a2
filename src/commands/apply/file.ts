import { checkEndpoint, defaultEndpoint } from '../../graph/endpoints.ts';
import type { Finding } from '../../plan/finding.ts';
import type { PlanFile } from '../../plan/plan-file.ts';
import { approvedPlan, foreignPlan, type Here, stalePlan } from '../../plan/plan-file-use.ts';
import { type ReadPlan, readPlanFile } from '../../plan/read-plan-file.ts';
import { err, type Result } from '../../plan/result.ts';
import type { Env, Files, Ports } from '../../ports/ports.ts';
import { localFinding } from '../../problems/explain.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import type { Session } from '../../wizard/state.ts';
import type { Raw } from '../command.ts';
import { modeOf } from '../mode.ts';
import { type Settings, textFlag } from '../settings.ts';

export async function openPlanFile(
  path: string,
  files: Pick<Files, 'read'>,
): Promise<Result<ReadPlan, readonly Finding[]>> {
  try {
    const text = await files.read(path);
    if (text === null) return err([cannotOpen(path, 'there is no such file')]);
    return readPlanFile(text);
  } catch (fault) {
    if (isStorageFault(fault)) return err([cannotOpen(path, fault.message)]);
    throw fault;
  }
}

const cannotOpen = (path: string, detail: string): Finding => localFinding('planFileMissing', { path, detail });

/**
 * The command line with what the plan file says in the places that flags and environment leave open. A Graph address is
 * never taken from a file: it would be sent the token.
 */
export function withPlan(raw: Raw, file: PlanFile, env: Env): Raw {
  const isPlaced = raw.set.has('simulator') || raw.set.has('graphUrl') || Boolean(env.CROSSORG_GRAPH_URL);
  const isSimulated = file.mode === 'simulator' && !isPlaced;
  const hasProfile = raw.set.has('profile') || Boolean(env.CROSSORG_PROFILE) || raw.flags.simulator === true;
  return {
    ...raw,
    flags: {
      ...(isSimulated ? { simulator: true } : {}),
      ...(file.profile === null || hasProfile ? {} : { profile: file.profile }),
      ...(file.change === null ? {} : { change: file.change }),
      timeZone: file.timeZone,
      ...raw.flags,
    },
  };
}

/** Everything that keeps a plan from being submitted here, before anything is opened. */
export function againstBefore({ file, rows }: ReadPlan, raw: Raw, settings: Settings, { clock }: Ports): Finding[] {
  const approved = approvedPlan(file, textFlag(raw, 'planId'));
  const { simulator, zone } = settings;
  return [
    ...(approved.ok ? [] : [approved.error]),
    ...foreignPlan(file, hereIn(settings)),
    // The simulator's clock is known when its world is open.
    ...(simulator ? [] : stalePlan(file, rows, { now: clock.now(), zone })),
  ];
}

function hereIn(settings: Settings): Here {
  if (settings.simulator) return { mode: 'simulator', profile: null };
  const endpoint = checkEndpoint(settings.graphUrl ?? defaultEndpoint);
  const { sourceTenant } = settings;
  return {
    mode: modeOf(settings),
    profile: settings.profile?.name ?? null,
    ...(endpoint.ok ? { endpoint: endpoint.value.endpoint } : {}),
    ...(sourceTenant === null ? {} : { source: { tenantId: sourceTenant, name: null } }),
  };
}

/** The same with the session open: its tenants and its clock are known. */
export const againstSession = ({ file, rows }: ReadPlan, session: Session, now: number): Finding[] => [
  ...foreignPlan(file, session),
  ...stalePlan(file, rows, { now, zone: session.zone }),
];
