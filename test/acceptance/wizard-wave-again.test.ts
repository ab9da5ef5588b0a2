import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Home, type Program, type Start, test } from '../support/pty.ts';
import { confirm, ctrlC, enter, esc, on } from '../support/story.ts';
import { creates, readWorld } from '../support/world-log.ts';

const rows = 12;
const sources = Array.from({ length: rows }, (_, at) => `user${String(at + 1).padStart(4, '0')}`);

/** They start in a month, so those that were sent keep the queue full. */
function fileOf({ folder }: Home): string {
  const lines = sources.map((name) => `user,${name}@contoso.com,${name}@fabrikam.com,+30d,+31d`);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'wave-2.csv');
  writeFileSync(path, ['type,source,target,start,latestStart', ...lines].join('\n'));
  return path;
}

/** A wave that waits for room in the queue, with the first five rows sent. */
async function halfSent(start: Start, home: Home): Promise<Program> {
  const wave = start(['wave', fileOf(home), '--simulator', '--max-pending', '5']);
  await wave.at('12 ready', enter);
  await wave.at('12 rows are ready', enter);
  await confirm(wave, 'Type 12 to submit', '12');
  await wave.see(/STATE +KIND/);
  // The wait begins while the last of them is on its way.
  await wave.see('Sending: 5 of 12 rows answered');
  await wave.see('Waiting until');
  return wave;
}

/** The table of the stopped wave goes on with what is left; each source has one task in the end. */
async function resumed(start: Start, home: Home): Promise<void> {
  const again = start([]);
  await again.see(on.welcome);
  const welcome = await again.at('w resume the first one', 'w');
  expect(welcome.match(/r-\d{8}-\d{6}-[0-9a-f]{4}/g)).toHaveLength(1);
  expect(welcome).toMatch(/– Queued +r-\S+ +5 of 12 submitted, 7 not sent/);
  await again.at('go on with 7', esc);
  await again.at('w resume the first one', 'w');
  await again.at('go on with 7', 'g');
  await confirm(again, 'Type 7 to', '7');
  await again.see(/12 Queued/);
  await again.at('Esc back', esc);
  await again.at('w watch the first one', 'q');
  expect((await again.exit).code).toBe(0);
  const { tasks } = readWorld(home);
  expect(tasks).toHaveLength(rows);
  expect(new Set(tasks.map(({ sourceUrl }) => sourceUrl)).size).toBe(rows);
  expect(creates(home)).toHaveLength(rows);
}

test('a wave that was stopped half-way is resumed from the welcome screen, and each source has one task', async ({
  start,
  home,
}) => {
  const wave = await halfSent(start, home);
  wave.send(ctrlC);
  await wave.at('Stop sending, and stay', enter);
  await wave.at('7 rows are not sent', 'q');
  await wave.at('Leave them running and exit', enter);
  expect((await wave.exit).code).toBe(0);
  expect(creates(home)).toHaveLength(5);
  await resumed(start, home);
});

test('a wave that was killed half-way is resumed from the welcome screen, and each source has one task', async ({
  start,
  home,
}) => {
  await (await halfSent(start, home)).kill();
  await resumed(start, home);
});
