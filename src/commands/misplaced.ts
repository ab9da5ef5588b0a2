import { type Finding, finding } from '../plan/finding.ts';
import type { Raw } from './command.ts';

/** Flags that would be ignored where they stand. Somebody relies on them, so they are refused. */
export function misplaced({ flags, set }: Raw): Finding[] {
  const simulator = flags.simulator === true;
  return [
    ...(set.has('scenario') && !simulator ? [scenarioAlone] : []),
    ...(set.has('graphUrl') && simulator ? [twoPlaces] : []),
    ...(set.has('profile') && simulator ? [profileInSimulator] : []),
  ];
}

const usage = (words: Pick<Finding, 'code' | 'what' | 'why'> & { next: string }): Finding =>
  finding({ field: 'command', ...words }, { from: 'input' });

const scenarioAlone = usage({
  code: 'scenarioWithoutSimulator',
  what: '--scenario is given without --simulator.',
  why: 'Scenarios belong to the simulator. Without it this command would go to a tenant.',
  next: 'Add --simulator, or leave --scenario out.',
});

const twoPlaces = usage({
  code: 'graphUrlWithSimulator',
  what: '--simulator and --graph-url name two places.',
  why: 'The simulator runs inside the program and has no address.',
  next: 'Leave one of them out.',
});

const profileInSimulator = usage({
  code: 'profileWithSimulator',
  what: '--simulator and --profile name two places.',
  why: 'A profile holds a move to two real tenants, and the simulator has its own.',
  next: 'Leave one of them out.',
});
