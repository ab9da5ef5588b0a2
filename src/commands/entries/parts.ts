import type { ArgSpec, OptionSpec } from '../command.ts';

/** What `status`, `watch` and `cancel` take. */
export const what: ArgSpec = {
  name: 'WHAT',
  about: 'A run id, a sign-in name or site address, a GUID, or a mail nickname.',
  many: true,
  from: 'run',
};

export const only = (options: readonly OptionSpec[]) => () => Promise.resolve(options);
