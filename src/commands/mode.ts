import { checkEndpoint, defaultEndpoint } from '../graph/endpoints.ts';
import { type Finding, finding } from '../plan/finding.ts';
import type { Mode } from '../wave/entry.ts';
import type { Settings } from './settings.ts';

/** Why an address cannot be used for Graph; null when it can. */
export function graphUrlFinding(text: string): Finding | null {
  const endpoint = checkEndpoint(text);
  if (endpoint.ok) return null;
  return finding({ field: 'command', code: 'graphUrlUnreadable', ...endpoint.error }, { from: 'input' });
}

/** What a command with these settings works on, before anything is opened. */
export function modeOf({ simulator, graphUrl }: Pick<Settings, 'simulator' | 'graphUrl'>): Mode {
  if (simulator) return 'simulator';
  const endpoint = checkEndpoint(graphUrl ?? defaultEndpoint);
  return endpoint.ok ? endpoint.value.mode : 'custom';
}
