import { expect, test } from 'vitest';
import { createHands } from '../../src/frontends/hands.ts';
import { fakePorts } from '../support/ports.ts';

const handsWith = (env: Record<string, string>, takes = true) => {
  const copied: string[] = [];
  const clipboard = { copy: async (text: string) => takes && copied.push(text) > 0 };
  const { ports, said } = fakePorts({});
  return { hands: createHands({ ...ports, env, clipboard }), copied, said };
};

test('on this computer the system’s clipboard takes the text', async () => {
  const { hands, copied } = handsWith({});
  expect(await hands.copy('3ed6d46d')).toBe('clipboard');
  expect(copied).toEqual(['3ed6d46d']);
});

test('over SSH the terminal is asked, because its clipboard is the one in front of the person', async () => {
  const { hands, copied, said } = handsWith({ SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' });
  expect(await hands.copy('Zoë →')).toBe('terminal');
  expect(copied).toEqual([]);
  expect(said.out).toBe('\u001B]52;c;Wm/DqyDihpI=\u0007');
});

test('where nothing takes it, that is said', async () => {
  expect(await handsWith({}, false).hands.copy('x')).toBe('none');
});

const notices = [
  { name: 'a plain terminal rings', env: {}, bytes: '\u0007' },
  { name: 'Windows Terminal shows a notice', env: { WT_SESSION: '1' }, bytes: '\u001B]9;dana Completed\u0007' },
  { name: 'iTerm shows a notice', env: { TERM_PROGRAM: 'iTerm.app' }, bytes: '\u001B]9;dana Completed\u0007' },
];
test.each(notices)('$name', ({ env, bytes }) => {
  const { hands, said } = handsWith(env);
  hands.notify('dana Completed');
  expect(said.out).toBe(bytes);
});

test('a title cannot break out of its sequence', () => {
  const { hands, said } = handsWith({});
  hands.setTitle('dana\u0007\u001B]0;other\u0007 18m');
  expect(said.out.split('\u001B')).toHaveLength(2);
  expect(said.out.split('\u0007')).toHaveLength(2);
});

const noticeRows = [
  { notices: 'auto', program: 'iTerm.app', written: '\u001b]9;done\u0007' },
  { notices: 'auto', program: 'xterm', written: '\u0007' },
  { notices: 'bell', program: 'iTerm.app', written: '\u0007' },
  { notices: 'off', program: 'iTerm.app', written: '' },
] as const;

test.each(noticeRows)('a notice with the setting $notices in $program', ({ notices, program, written }) => {
  const { ports, said } = fakePorts({ env: { TERM_PROGRAM: program } });
  createHands(ports, notices).notify('done');
  expect(said.out).toBe(written);
});
