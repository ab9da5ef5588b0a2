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

export const signInAgain: NextStep = { do: 'Sign in again.', who: 'you', command: 'crossorg login --side {side}' };

/** Codes that are typed on another device prove nothing about this one: the browser can. */
export const byBrowser: NextStep = {
  do: 'Sign in with the browser on this computer, not by code.',
  who: 'you',
  command: 'crossorg login --side {side} --auth browser',
};

export const askLogs: NextStep = {
  do: 'Look in Entra ID > Monitoring & health > Sign-in logs which policy it was. The request id finds the line.',
  who: 'sign-in admin',
};

export const checkApp: NextStep = {
  do: 'Compare the client id with Entra ID > App registrations > Overview of that tenant.',
  who: 'sign-in admin',
};
