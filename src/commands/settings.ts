import { showsUnicode } from '../frontends/ascii.ts';
import type { Finding } from '../plan/finding.ts';
import { finding } from '../plan/finding.ts';
import { isGuid } from '../plan/parse/guid.ts';
import { quoted } from '../plan/parse/readable.ts';
import type { Profile } from '../plan/profile.ts';
import { err, ok, type Result } from '../plan/result.ts';
import { isKnownZone } from '../plan/zone.ts';
import type { Ports } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
import type { Raw } from './command.ts';
import { misplaced } from './misplaced.ts';
import { graphUrlFinding } from './mode.ts';
import { profileNamed } from './profile-named.ts';

/** What every command reads from its flags and the environment, in that order. */
export type Settings = {
  json: boolean;
  events: boolean;
  /** A person sits there and may be asked. */
  mayAsk: boolean;
  /** Answers are read line by line and nothing is redrawn. */
  line: boolean;
  ascii: boolean;
  colour: boolean;
  motion: boolean;
  zone: string;
  simulator: boolean;
  scenario: string | null;
  profile: Profile | null;
  graphUrl: string | null;
  sourceTenant: string | null;
  change: string | null;
  /** Milliseconds; null for no limit. */
  timeoutMs: number | null;
  log: string | null;
};

export async function readSettings(raw: Raw, ports: Ports): Promise<Result<Settings, readonly Finding[]>> {
  const { env, machine } = ports;
  const graphUrl = textFlag(raw, 'graphUrl') ?? (env.CROSSORG_GRAPH_URL || null);
  const timeoutMs = readDuration(textFlag(raw, 'timeout'));
  const simulator = raw.flags.simulator === true;
  // A profile that is always set in a shell must not keep anybody from the simulator.
  const named = textFlag(raw, 'profile') ?? (simulator ? null : env.CROSSORG_PROFILE || null);
  const profile = await profileNamed(named, ports);
  const zone = textFlag(raw, 'timeZone') ?? (profile.ok ? profile.value?.zone : null) ?? machine.zone;
  const findings = [
    ...misplaced(raw),
    ...(profile.ok ? [] : profile.error),
    ...tenantFindings(textFlag(raw, 'sourceTenant')),
    ...urlFindings(graphUrl),
    ...(isKnownZone(zone) ? [] : [unknownZone(zone)]),
    ...(timeoutMs === undefined ? [unreadableTimeout(textFlag(raw, 'timeout') ?? '')] : []),
  ];
  if (findings.length > 0) return err(findings);
  return ok({
    ...readManners(raw, ports),
    ...readLooks(raw, ports),
    zone,
    simulator,
    scenario: textFlag(raw, 'scenario'),
    profile: profile.ok ? profile.value : null,
    graphUrl,
    sourceTenant: textFlag(raw, 'sourceTenant'),
    change: textFlag(raw, 'change'),
    timeoutMs: timeoutMs ?? null,
    log: textFlag(raw, 'log'),
  });
}

/** The flags that decide how a refusal is written. */
export const argvOf = ({ flags }: Raw): string[] => [
  ...(flags.json ? ['--json'] : []),
  ...(flags.events ? ['--events'] : []),
  ...(flags.ascii ? ['--ascii'] : []),
];

export const textFlag = (raw: Raw, name: string): string | null => {
  const value = raw.flags[name];
  return typeof value === 'string' ? value : null;
};

function readManners(raw: Raw, { env, streams }: Ports): Pick<Settings, 'json' | 'events' | 'mayAsk' | 'line'> {
  const json = raw.flags.json === true;
  const events = raw.flags.events === true;
  const terminal = streams.stdin.isTTY && streams.out.isTTY;
  return {
    json,
    events,
    line: raw.flags.line === true || isOn(env.ACCESSIBLE) || isOn(env.CROSSORG_LINE) || env.TERM === 'dumb',
    mayAsk: terminal && !json && !events && raw.flags.prompt !== false && !isOn(env.CI),
  };
}

const isOn = (value: string | undefined): boolean => value !== undefined && !['', '0', 'false'].includes(value);

function readLooks(raw: Raw, { env, machine, streams }: Ports): Pick<Settings, 'ascii' | 'colour' | 'motion'> {
  const forced = isOn(env.FORCE_COLOR);
  return {
    ascii: raw.flags.ascii === true || !showsUnicode(env, machine.platform),
    colour: raw.flags.color !== false && !env.NO_COLOR && (forced || streams.out.isTTY),
    motion: raw.flags.motion !== false,
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

const unknownZone = (zone: string): Finding =>
  finding(
    {
      field: 'command',
      code: 'timeZoneUnreadable',
      what: `${cleanText(zone, { maxLength: 60 })} is not a time zone this computer knows.`,
      why: 'Times without an offset are read in a named zone, so its name has to be right.',
      next: 'Give a name such as --time-zone Europe/Berlin or --time-zone UTC.',
    },
    { from: 'input' },
  );

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

/** Screens are redrawn, which shuts readers out: where lines were asked for, nothing is drawn. */
export const lineModeMissing: Finding = finding(
  {
    field: 'command',
    code: 'lineModeMissing',
    what: 'This version cannot ask line by line yet.',
    why: 'Plain lines were asked for by --line, ACCESSIBLE, CROSSORG_LINE or TERM=dumb, and the wizard redraws its screen.',
    next: [
      { do: 'Give the answers as flags; the output is plain lines.', who: 'you', command: 'crossorg migrate --help' },
    ],
  },
  { from: 'input' },
);

function urlFindings(text: string | null): Finding[] {
  const found = text === null ? null : graphUrlFinding(text);
  return found ? [found] : [];
}

const tenantFindings = (id: string | null): Finding[] =>
  id === null || isGuid(id)
    ? []
    : [
        finding(
          {
            field: 'tenant',
            code: 'sourceTenantUnreadable',
            what: `${quoted(id)} is not a tenant id.`,
            why: 'A token names its tenant by its id, a GUID, and is compared with it.',
            next: 'Copy the tenant id of the source from the overview page in Microsoft Entra.',
          },
          { from: 'input' },
        ),
      ];
