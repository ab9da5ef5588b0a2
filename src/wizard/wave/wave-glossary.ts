/** Words that only waves use. */
export const waveGlossary: readonly (readonly [word: string, meaning: string])[] = [
  ['Check', 'the service has not touched the task for much longer than usual'],
  ['Draft', 'not sent: refused, not ready, or left out'],
];
