import { err } from '../plan/result.ts';
import type { GraphClient } from './client.ts';

/** The last net under a read-only profile: whoever asks for a create here is told that nothing was sent. */
export const readingOnly = (graph: GraphClient): GraphClient => ({
  ...graph,
  create: async (_, clientRequestId) => err({ kind: 'stopped', call: 'create', reached: 'no', clientRequestId }),
});
