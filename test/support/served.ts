import { simulatedClock } from '../../src/simulator/clock.ts';
import { createWorld } from '../../src/simulator/create-world.ts';
import { serveSimulator } from '../../src/simulator/http.ts';
import type { ScenarioName } from '../../src/simulator/scenarios.ts';
import type { World } from '../../src/simulator/world.ts';
import { CommandLine, noon } from './command-line.ts';
import { scaledClock } from './virtual-clock.ts';

/** The computer's clock runs so many times as fast: time limits of calls stay far away on a busy machine. */
const factor = 20;
/** And the service's so many times as fast again. */
const speed = 200;

export type Place = { world: World; token: string; computer: CommandLine; close(): Promise<void> };

/** A computer that reaches a simulator over HTTP, by address and token in its environment. */
export async function serving(scenario: ScenarioName = 'clean'): Promise<Place> {
  const clock = scaledClock(noon, factor);
  const world = createWorld({ scenario, startedAt: noon, speed });
  const face = { epoch: noon, realEpoch: noon, speed, realNow: clock.now, realSleep: clock.sleep };
  const served = await serveSimulator({ world, port: 0, clock: simulatedClock(face) });
  const env = { CROSSORG_GRAPH_URL: served.url, CROSSORG_ACCESS_TOKEN: served.token };
  const computer = new CommandLine({ clock, env });
  return {
    world,
    token: served.token,
    computer,
    close: async () => {
      computer.remove();
      await served.close();
    },
  };
}
