import { createOutput, documentOf, noFace, type Output } from '../frontends/output.ts';
import { type Finding, finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { simulatedClock } from '../simulator/clock.ts';
import { createWorld } from '../simulator/create-world.ts';
import { type Served, serveSimulator } from '../simulator/http.ts';
import { isScenarioName } from '../simulator/scenarios.ts';
import type { Raw } from './command.ts';
import { listScenarios } from './scenario-list.ts';
import { argvOf, textFlag } from './settings.ts';
import { unknownScenario } from './simulator-session.ts';
import { stopper } from './stopper.ts';

type Wanted = { port: number; seed: number; speed: number };

/** The simulator as a web server on this computer, until it is stopped. With `--list` only what it can play. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  if (raw.flags.list === true) return listScenarios(outputOf(raw, ports), ports);
  const scenario = textFlag(raw, 'scenario') ?? 'clean';
  const numbers = {
    port: readNumber(raw, 'port', 0, 65_535),
    seed: readNumber(raw, 'seed', 1),
    speed: readNumber(raw, 'speed', 60),
  };
  const findings = Object.entries(numbers).flatMap(([name, value]) => (value === null ? [unreadable(name, raw)] : []));
  if (!isScenarioName(scenario)) return refuse([...findings, unknownScenario(scenario)], 2, argvOf(raw), ports);
  if (findings.length > 0) return refuse(findings, 2, argvOf(raw), ports);
  const { port, seed, speed } = numbers as Wanted;
  const startedAt = ports.clock.now();
  const world = createWorld({ scenario, seed, startedAt, speed });
  const clock = simulatedClock({
    epoch: startedAt,
    realEpoch: startedAt,
    speed,
    realNow: () => ports.clock.now(),
    realSleep: (ms, signal) => ports.clock.sleep(ms, signal),
  });
  const served = await serveSimulator({ world, clock, port }).catch((error: NodeJS.ErrnoException) => error);
  if (served instanceof Error) return refuse([portTaken(port, served)], 2, argvOf(raw), ports);
  return serve(served, { scenario, speed, seed }, raw, ports);
}

const outputOf = ({ flags }: Raw, { streams }: Ports): Output =>
  createOutput({ json: flags.json === true, events: flags.events === true, streams, showsTokens: true });

async function serve(
  served: Served,
  told: { scenario: string; speed: number; seed: number },
  raw: Raw,
  ports: Ports,
): Promise<number> {
  const end = stopper({ ports, timeoutMs: null });
  const output = outputOf(raw, ports);
  const { url, token } = served;
  output.text([`CROSSORG_GRAPH_URL=${url}`, `CROSSORG_ACCESS_TOKEN=${token}`]);
  output.finish(documentOf('simulate', 0, noFace, { url, token, ...told, next: [] }), ports.clock.now());
  output.notice(
    `Simulator: scenario ${told.scenario}, seed ${told.seed}, ${told.speed} simulated seconds a second. Ctrl+C stops it.`,
  );
  await end.ended;
  end.close();
  await served.close();
  return 0;
}

function readNumber(raw: Raw, name: string, fallback: number, most = 1_000_000): number | null {
  const text = textFlag(raw, name);
  if (text === null) return fallback;
  return /^\d{1,7}$/.test(text) && Number(text) <= most && (name !== 'speed' || Number(text) > 0) ? Number(text) : null;
}

const unreadable = (name: string, raw: Raw): Finding =>
  finding(
    {
      field: 'command',
      code: `${name}Unreadable`,
      what: `--${name} ${textFlag(raw, name)} is not a number it can be.`,
      why:
        name === 'port'
          ? 'A port is a whole number from 0 to 65535; 0 takes a free one.'
          : 'It is a whole number, and a speed is at least 1.',
      next: `Write for example --${name} ${name === 'port' ? 4000 : 60}.`,
    },
    { from: 'input' },
  );

const portTaken = (port: number, error: NodeJS.ErrnoException): Finding =>
  finding(
    {
      field: 'command',
      code: 'portTaken',
      what: `The simulator cannot listen on port ${port}.`,
      why:
        error.code === 'EADDRINUSE'
          ? 'Another program listens there.'
          : `The system says ${error.code ?? error.message}.`,
      next: 'Leave --port out to take a free one, or give another one.',
    },
    { from: 'input' },
  );
