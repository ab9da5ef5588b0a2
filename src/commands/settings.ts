import { showsUnicode } from '../frontends/ascii.ts';
import { lineReason, mayPipe } from '../frontends/line-mode.ts';
import type { LineReason } from '../frontends/lines.ts';
import type { Finding } from '../plan/finding.ts';
import { finding } from '../plan/finding.ts';
import type { Profile } from '../plan/profile.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { NoticeMode, SavedSettings } from '../plan/settings-file.ts';
import { isKnownZone } from '../plan/zone.ts';
import { isOn } from '../ports/is-on.ts';
import type { Ports } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
import { foreignText } from '../problems/secrets.ts';
import { closest } from './closest.ts';
import type { Raw } from './command.ts';
import { misplaced } from './misplaced.ts';
import { graphUrlFinding } from './mode.ts';
import { profileNamed } from './profile/named.ts';
import { savedSettings } from './saved-settings.ts';
import { sourceTenantFindings } from './source-tenant.ts';

/** What every command reads from its flags and the environment, in that order. */
export type Settings = {
  json: boolean;
  events: boolean;
  /** Somebody may be asked: a person at a terminal, or whoever wrote answers into a pipe for line mode. */
  mayAsk: boolean;
  /** Answers are read line by line and nothing is redrawn. */
  line: boolean;
  /** What turned that on. */
  lineBy: LineReason | null;
  ascii: boolean;
  colour: boolean;
  motion: boolean;
  /** Notices of the terminal when a task has ended. */
  notices: NoticeMode;
  zone: string;
  /** From a flag: it stands above the zone of any profile. */
  zoneFlag: string | null;
  /** Without a flag or a profile. */
  usualZone: string;
  simulator: boolean;
  scenario: string | null;
  profile: Profile | null;
  graphUrl: string | null;
  /** Where moves have to start: as a flag names it, else the profile. */
  sourceTenant: string | null;
  change: string | null;
  /** Milliseconds; null for no limit. */
  timeoutMs: number | null;
};

export async function readSettings(raw: Raw, ports: Ports): Promise<Result<Settings, readonly Finding[]>> {
  const { env, machine } = ports;
  const graphUrl = textFlag(raw, 'graphUrl') ?? (env.CROSSORG_GRAPH_URL || null);
  const timeoutMs = readDuration(textFlag(raw, 'timeout'));
  const simulator = raw.flags.simulator === true;
  // A profile that is always set in a shell must not keep anybody from the simulator.
  const named = textFlag(raw, 'profile') ?? (simulator ? null : env.CROSSORG_PROFILE || null);
  const [profile, saved] = await Promise.all([profileNamed(named, ports), savedSettings(ports)]);
  const used = profile.ok ? profile.value : null;
  const set = saved.ok ? saved.value : null;
  const zoneFlag = textFlag(raw, 'timeZone');
  const usualZone = set?.timeZone ?? machine.zone;
  const zone = zoneFlag ?? used?.zone ?? usualZone;
  const tenant = textFlag(raw, 'sourceTenant');
  const findings = [
    ...misplaced(raw),
    ...(profile.ok ? [] : profile.error),
    ...(saved.ok ? [] : saved.error),
    ...sourceTenantFindings(tenant, used),
    ...urlFindings(graphUrl),
    ...(isKnownZone(zone) ? [] : [unknownZone(zone)]),
    ...(timeoutMs === undefined ? [unreadableTimeout(textFlag(raw, 'timeout') ?? '')] : []),
  ];
  if (findings.length > 0) return err(findings);
  return ok({
    ...readManners(raw, ports, set),
    ...readLooks(raw, ports, set),
    notices: set?.notices ?? 'auto',
    zone,
    zoneFlag,
    usualZone,
    simulator,
    scenario: textFlag(raw, 'scenario'),
    profile: used,
    graphUrl,
    sourceTenant: tenant ?? used?.source.tenantId ?? null,
    change: changeOf(raw),
    timeoutMs: timeoutMs ?? null,
  });
}

/** The flags that decide how a refusal is written. */
export const argvOf = ({ flags }: Raw): string[] => [
  ...(flags.json ? ['--json'] : []),
  ...(flags.events ? ['--events'] : []),
  ...(flags.ascii ? ['--ascii'] : []),
  ...(flags.line ? ['--line'] : []),
];

const longestChange = 1_000;

/** It is kept in ledger and reports for years; a token that was pasted into it is not. */
const changeOf = (raw: Raw): string | null => {
  const text = textFlag(raw, 'change');
  return text === null ? null : foreignText(text, longestChange);
};

export const textFlag = (raw: Raw, name: string): string | null => {
  const value = raw.flags[name];
  return typeof value === 'string' ? value : null;
};

export function readManners(
  raw: Raw,
  { env, streams }: Ports,
  saved: SavedSettings | null = null,
): Pick<Settings, 'json' | 'events' | 'mayAsk' | 'line' | 'lineBy'> {
  const json = raw.flags.json === true;
  const events = raw.flags.events === true;
  const terminal = streams.stdin.isTTY && streams.out.isTTY;
  const lineBy = lineReason(raw, env, saved);
  return {
    json,
    events,
    line: lineBy !== null,
    lineBy,
    mayAsk: (terminal || mayPipe(lineBy)) && !json && !events && raw.flags.prompt !== false && !isOn(env.CI),
  };
}

function readLooks(
  raw: Raw,
  { env, machine, streams }: Ports,
  saved: SavedSettings | null,
): Pick<Settings, 'ascii' | 'colour' | 'motion'> {
  const forced = isOn(env.FORCE_COLOR);
  return {
    ascii: raw.flags.ascii === true || (saved?.ascii ?? !showsUnicode(env, machine.platform)),
    colour: raw.flags.color !== false && !env.NO_COLOR && (forced || (streams.out.isTTY && saved?.colour !== false)),
    motion: raw.flags.motion !== false && saved?.motion !== false,
  };
}

const unitsMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `30m`, `8h`, `2d` in milliseconds; undefined when it cannot be read. */
function readDuration(text: string | null): number | null | undefined {
  if (text === null) return null;
  const match = /^(\d{1,6})\s*([smhd])$/i.exec(text.trim());
  const unit = unitsMs[match?.[2]?.toLowerCase() ?? ''];
  return match && unit ? Number(match[1]) * unit : undefined;
}

function unknownZone(zone: string): Finding {
  const meant = closest(zone, Intl.supportedValuesOf('timeZone'));
  return finding(
    {
      field: 'command',
      code: 'timeZoneUnreadable',
      what: `${cleanText(zone, { maxLength: 60 })} is not a time zone this computer knows.`,
      why: 'Times without an offset are read in a named zone, so its name has to be right.',
      next: `Give a name such as --time-zone ${meant ?? 'Europe/Berlin'} or --time-zone UTC.`,
    },
    { from: 'input', ...(meant === undefined ? {} : { suggestion: meant }) },
  );
}

const unreadableTimeout = (text: string): Finding =>
  finding(
    {
      field: 'command',
      code: 'timeoutUnreadable',
      what: `The time limit ${cleanText(text, { maxLength: 60 })} cannot be read.`,
      why: 'A time limit is a whole number and a unit: s, m, h or d.',
      next: 'Give it as --timeout 30m or --timeout 8h.',
    },
    { from: 'input' },
  );

function urlFindings(text: string | null): Finding[] {
  const found = text === null ? null : graphUrlFinding(text);
  return found ? [found] : [];
}
