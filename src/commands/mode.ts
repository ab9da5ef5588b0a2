import { checkEndpoint, defaultEndpoint } from '../graph/endpoints.ts';
import type { Mode } from '../wave/entry.ts';
import type { Settings } from './settings.ts';

/** What a command with these settings works on, before anything is opened. */
export function modeOf({ simulator, graphUrl }: Pick<Settings, 'simulator' | 'graphUrl'>): Mode {
  if (simulator) return 'simulator';
  const endpoint = checkEndpoint(graphUrl ?? defaultEndpoint);
  return endpoint.ok ? endpoint.value.mode : 'custom';
}
