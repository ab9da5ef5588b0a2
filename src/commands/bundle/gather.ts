import { hashOf } from '../../plan/id.ts';
import { isoTime } from '../../plan/iso.ts';
import type { Files, LogPlace, Ports } from '../../ports/ports.ts';
import { isStorageFault } from '../../store/storage-fault.ts';
import { aboutSection } from './about.ts';
import { crashesSection } from './crashes.ts';
import { environmentSection } from './environment.ts';
import { leftOutFiles } from './leftovers.ts';
import { logsSection } from './logs.ts';
import { profilesSection, settingsSection } from './profiles.ts';
import { runsSection } from './runs.ts';
import { type Hidden, type Section, sumHidden } from './section.ts';

export type Bundle = {
  sections: readonly Section[];
  files: readonly { name: string; lines: number }[];
  redactions: readonly Hidden[];
  leftOut: readonly Hidden[];
};

const places: readonly LogPlace[] = ['live', 'custom', 'simulator'];

/** Everything that helps to find a fault and tells of nobody. Asks no service, and changes nothing. */
export async function gatherBundle(given: Ports): Promise<Bundle> {
  const ports = { ...given, files: forbearing(given.files) };
  // Marks of one bundle can be compared with one another, and not with a list of names.
  const salt = ports.random.guid();
  const mark = (text: string) => `#${hashOf({ salt, text: text.toLowerCase() }).slice(0, 8)}`;
  const sections = [
    aboutSection(ports),
    environmentSection(ports.env),
    await settingsSection(ports),
    await profilesSection({ ports, mark }),
    ...(await Promise.all(places.map((place) => runsSection(place, ports)))),
    ...(await Promise.all(places.map((place) => logsSection(place, ports)))),
    await crashesSection(ports),
  ].filter(({ lines, files, hidden }) => lines.length + files.length > 0 || hidden.some(({ count }) => count > 0));
  return {
    sections,
    files: sections.flatMap(({ files }) => files),
    redactions: sumHidden(sections.flatMap(({ hidden }) => hidden)),
    leftOut: await leftOutFiles(ports),
  };
}

/** A file or a folder that cannot be read is as one that is not there: the rest may tell why. */
const forbearing = (files: Files): Files => ({
  ...files,
  read: (path) => files.read(path).catch(orElse(null)),
  list: (folder) => files.list(folder).catch(orElse([])),
});

const orElse =
  <T>(absent: T) =>
  (fault: unknown): T => {
    if (isStorageFault(fault)) return absent;
    throw fault;
  };

/** What a person reads before the bundle is written, and again at its top. */
export const accountOf = ({ sections, files, redactions, leftOut }: Bundle): string[] => [
  ...table(
    'Parts',
    sections.map(({ title, lines }) => [lines.length, `${lines.length === 1 ? 'line' : 'lines'}: ${title}`]),
  ),
  ...table(
    'Made from these files',
    files.map(({ name, lines }) => [lines, `${lines === 1 ? 'line' : 'lines'} of ${name}`]),
  ),
  ...table(
    'Left out or made unreadable',
    redactions.map(({ what, count }) => [count, what]),
  ),
  ...table(
    'Files that are not touched',
    leftOut.map(({ what, count }) => [count, what]),
  ),
];

const table = (title: string, rows: readonly (readonly [number, string])[]): string[] =>
  rows.length === 0 ? [] : [title, ...rows.map(([count, text]) => `${String(count).padStart(6)}  ${text}`), ''];

/** The whole bundle as one text that a person can read from top to bottom. */
export const bundleText = (bundle: Bundle, at: number): string =>
  [
    `Support bundle of crossorg, ${isoTime(at)}`,
    'Made from what is known to be harmless. It holds no secrets, no names, no addresses.',
    '',
    ...accountOf(bundle),
    ...bundle.sections.flatMap(({ title, lines }) => [`== ${title}`, ...lines, '']),
  ].join('\n');
