import { redactLine } from '../../graph/redact-line.ts';
import type { LogPlace, Ports } from '../../ports/ports.ts';
import { newestLogs } from '../../store/log-rotation.ts';
import { logFolders } from '../run-logged.ts';
import type { Section } from './section.ts';

/** How many logs of a place are taken in. */
const mostLogs = 5;

/** The newest logs of a place, each line once more through the allow-list. */
export async function logsSection(
  place: LogPlace,
  { files, folders }: Pick<Ports, 'files' | 'folders'>,
): Promise<Section> {
  const below = logFolders[place];
  const names = newestLogs(await files.list(files.join(folders.state, ...below)));
  const logs = [];
  for (const name of names.slice(0, mostLogs)) {
    const text = (await files.read(files.join(folders.state, ...below, name))) ?? '';
    logs.push({ name: [...below, name].join('/'), lines: text.split('\n').filter(Boolean).map(redactLine) });
  }
  return {
    title: `Logs, ${place}`,
    lines: logs.flatMap(({ name, lines }) => [name, ...lines.map(({ text }) => `  ${text}`)]),
    files: logs.map(({ name, lines }) => ({ name, lines: lines.length })),
    hidden: [
      {
        what: 'words of logs',
        count: logs.flatMap(({ lines }) => lines).reduce((sum, { hidden }) => sum + hidden, 0),
      },
      { what: 'older logs', count: Math.max(0, names.length - mostLogs) },
    ],
  };
}
