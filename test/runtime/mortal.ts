import type { GraphClient } from '../../src/graph/client.ts';
import type { Clock, Database, Random } from '../../src/ports/ports.ts';
import type { LedgerPorts } from '../../src/store/ledger.ts';

/** The process ended here, without a word. */
export class Killed extends Error {}

type Needed = Pick<LedgerPorts, 'files' | 'clock' | 'random'> & { graph: GraphClient };

/**
 * A process that dies at its n-th step: steps lie before and after each call of a port. A dead process keeps no lock and
 * does nothing more, whatever its code still tries.
 */
export function mortal(ports: Needed, dieAt: number): Needed & { isDead(): boolean } {
  let steps = 0;
  let dead = false;
  const open = new Set<Database>();

  const step = () => {
    if (dead) throw new Killed();
    steps += 1;
    if (steps < dieAt) return;
    dead = true;
    for (const database of open) database.close();
    throw new Killed();
  };
  const around = <T>(work: () => T): T => {
    step();
    const result = work();
    step();
    return result;
  };
  const aroundAsync = async <T>(work: () => Promise<T>): Promise<T> => {
    step();
    const result = await work();
    step();
    return result;
  };

  const watched = (database: Database): Database => {
    open.add(database);
    return {
      run: (sql, ...values) => around(() => database.run(sql, ...values)),
      all: (sql, ...values) => around(() => database.all(sql, ...values)),
      close: () => {
        if (dead || !open.delete(database)) return;
        database.close();
      },
    };
  };
  const { files, clock, random, graph } = ports;
  const mortalClock: Clock = { now: clock.now, sleep: (ms, signal) => aroundAsync(() => clock.sleep(ms, signal)) };
  const mortalRandom: Random = { fraction: random.fraction, guid: random.guid };
  return {
    isDead: () => dead,
    clock: mortalClock,
    random: mortalRandom,
    files: {
      ...files,
      list: (folder) => aroundAsync(() => files.list(folder)),
      database: async (path) => {
        step();
        const database = watched(await files.database(path));
        step();
        return database;
      },
    },
    graph: {
      validate: (...given) => aroundAsync(() => graph.validate(...given)),
      create: (...given) => aroundAsync(() => graph.create(...given)),
      taskById: (...given) => aroundAsync(() => graph.taskById(...given)),
      taskBySource: (...given) => aroundAsync(() => graph.taskBySource(...given)),
      cancel: (...given) => aroundAsync(() => graph.cancel(...given)),
    },
  };
}
