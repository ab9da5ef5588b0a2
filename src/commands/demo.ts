import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import type { Raw } from './command.ts';
import { argvOf, readSettings } from './settings.ts';

/** The guided tour: the wizard on the simulator in a terminal, one whole story in lines without one. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings({ ...raw, flags: { ...raw.flags, simulator: true } }, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  if (settings.value.mayAsk) return (await import('./wizard.ts')).welcome(settings.value, ports, { isDemo: true });
  return (await import('./demo-story.ts')).tellDemo(settings.value, ports);
}
