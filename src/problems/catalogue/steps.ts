import type { NextStep } from '../../plan/finding.ts';

export const dryRunAgain: NextStep = { do: 'Run the dry run again.', who: 'you' };

export const askSupport: NextStep = {
  do: 'Open a case with Microsoft and give the request-id. A support bundle holds everything they ask for.',
  who: 'Microsoft support',
  command: 'crossorg bundle',
};

export const checkWay: NextStep = {
  do: 'Check the way to Microsoft from this computer.',
  who: 'you',
  command: 'crossorg doctor',
};
