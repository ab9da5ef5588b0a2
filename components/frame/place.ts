import { createContext, useContext } from 'react';
import type { Finding } from '../../src/plan/finding.ts';
import { inPlace } from '../../src/wizard/in-place.ts';
import type { Session } from '../../src/wizard/state.ts';

/** Where the commands inside findings lead to; null before a place was chosen. */
export const PlaceContext = createContext<Session | null>(null);

/** Findings whose commands lead back to the place on the screen: one copied from the simulator must not reach a tenant. */
export function useInPlace(findings: readonly Finding[]): readonly Finding[] {
  const session = useContext(PlaceContext);
  return session ? inPlace(findings, session) : findings;
}
