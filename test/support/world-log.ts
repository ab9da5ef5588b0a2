import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { World } from '../../src/simulator/world.ts';
import type { Home } from './pty.ts';

/** The simulated world as the programs of a test left it: what really reached the service. */
export function readWorld({ state }: Home): World {
  const database = new DatabaseSync(join(state, 'simulator', 'world.sqlite'), { readOnly: true });
  try {
    const row = database.prepare('SELECT text FROM world WHERE id = 1').get();
    return (JSON.parse(String(row?.text)) as { world: World }).world;
  } finally {
    database.close();
  }
}

/** The real creates that were sent, whether or not they were answered. */
export const creates = (home: Home): World['log'] => readWorld(home).log.filter(({ kind }) => kind === 'create');
