import { createHands } from '../frontends/hands.ts';
import type { Ports } from '../ports/ports.ts';
import type { Model } from '../wizard/screens.ts';
import type { WaveEngine } from '../wizard/wave/wave-screens.ts';
import { leaveWave } from './leave-wave.ts';
import type { Settings } from './settings.ts';

/** A draft on its way to the disk takes a moment; a submission on its way is in the ledger and is not waited for. */
const graceMs = 250;

/** Shows the screens, and afterwards leaves a few lines in the normal screen: what was done, and the way back. */
export async function showScreens(model: Omit<Model, 'hands'>, settings: Settings, ports: Ports): Promise<number> {
  if (settings.lineBy) return (await import('./show-lines.ts')).showLines(model, settings.lineBy, ports);
  const { runScreens } = await import('../frontends/ink.tsx');
  const { ascii, colour, motion, notices } = settings;
  const { engine, wave } = await runScreens(
    { ...model, hands: createHands(ports, notices) },
    { ascii, colour, motion },
    ports,
  );
  if (wave) return sayWave(wave, ports);
  if (!engine) return 0;
  await Promise.race([engine.stop(), ports.clock.sleep(graceMs)]);
  const { farewellLines, farewellCode } = await import('../frontends/farewell.ts');
  const state = engine.state();
  for (const line of farewellLines(state)) ports.streams.out.write(`${line}\n`);
  return farewellCode(state);
}

async function sayWave(wave: WaveEngine, ports: Ports): Promise<number> {
  await leaveWave(wave, ports.clock);
  const { waveFarewellLines, waveFarewellCode } = await import('../frontends/wave-farewell.ts');
  const state = wave.state();
  for (const line of waveFarewellLines(state)) ports.streams.out.write(`${line}\n`);
  return waveFarewellCode(state);
}
