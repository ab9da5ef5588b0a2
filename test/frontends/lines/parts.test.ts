import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/frontends/lines/fold.ts';
import { gapAfter, spelled, spellOut } from '../../../src/frontends/lines/heartbeat.ts';
import { talkThrough } from '../../../src/frontends/lines/migration.ts';
import { createReader } from '../../../src/frontends/lines/reader.ts';
import { createTalk, forgetTypeAhead } from '../../../src/frontends/lines/talk.ts';
import { createVoice } from '../../../src/frontends/lines/voice.ts';
import type { Stream } from '../../../src/ports/ports.ts';
import { fakeEngine, modelWith } from '../../support/engine.ts';
import { fakePorts } from '../../support/ports.ts';
import { noon } from '../../support/session.ts';
import { states } from '../../support/states.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const folded = [
  { name: 'a short text', text: 'as it is', width: 20, lines: ['as it is'] },
  { name: 'a sentence', text: 'one two three four', width: 9, lines: ['one two', 'three', 'four'] },
  { name: 'a word that is too long', text: 'a abcdefghij b', width: 5, lines: ['a', 'abcde', 'fghij', 'b'] },
  {
    name: 'an address',
    text: 'https://fabrikam.com/sites/IT',
    width: 24,
    lines: ['https://fabrikam.com/', 'sites/IT'],
  },
  { name: 'wide letters', text: '\u6771\u4eac\u90fd \u6e2f', width: 6, lines: ['\u6771\u4eac\u90fd', '\u6e2f'] },
  { name: 'nothing', text: '', width: 5, lines: [''] },
];

test.each(folded)('$name is folded into lines', ({ text, width, lines }) => {
  expect(fold(text, width)).toEqual(lines);
});

test('a command goes on in a way that a shell reads as one line', () => {
  expect(fold('crossorg watch abc --simulator', 22, ' \\')).toEqual(['crossorg watch abc \\', '--simulator']);
});

describe('a voice', () => {
  const heard = () => {
    const said = { text: '' };
    const add = (text: string) => {
      said.text += text;
    };
    const stream: Stream = { isTTY: true, columns: 30, rows: 24, write: add };
    return { said, stream };
  };

  test('lets nothing through that would drive a terminal', () => {
    const { said, stream } = heard();
    createVoice({ stream, echoes: false, goesOn: '\\' }).say(['a\u001b[2Jb\r\u0007c\u2028d']);
    expect(said.text).toBe('ab c d\n');
  });

  test('writes what was answered where no terminal shows it', () => {
    const { said, stream } = heard();
    const voice = createVoice({ stream, echoes: true, goesOn: '\\' });
    voice.ask('Name:');
    voice.answered('dana');
    voice.ask('Name:');
    voice.answered('a name that is too long for one line');
    expect(said.text).toBe('Name: dana\nName: \na name that is too long for\none line\n');
  });

  test('ends an open line before it says something else', () => {
    const { said, stream } = heard();
    const voice = createVoice({ stream, echoes: false, goesOn: '\\' });
    voice.ask('Name:');
    voice.say(['Still at work.']);
    voice.ask('Name:');
    voice.answered(null);
    expect(said.text).toBe('Name: \nStill at work.\nName: \n');
  });

  test('breaks a cmdlet as PowerShell goes on, whatever the system', () => {
    const { said, stream } = heard();
    createVoice({ stream, echoes: false, goesOn: '\\' }).say([{ command: 'Get-SPOSite -Identity https://a.b/c' }]);
    expect(said.text).toBe('Get-SPOSite -Identity `\nhttps://a.b/c\n');
  });
});

describe('a reader', () => {
  const always = () => true;
  const signal = () => new AbortController().signal;

  test('hands out lines in order, whatever ends them, and then says that it is over', async () => {
    const input = new PassThrough();
    const reader = createReader(input, true);
    input.end('one\r\n\ntwo');
    const lines: (string | null)[] = [];
    while (!reader.isOver()) {
      await reader.ready(signal(), always);
      lines.push(reader.take());
    }
    expect(lines.filter((line) => line !== null)).toEqual(['one', '', 'two']);
  });

  test('keeps a line that nobody wants yet', async () => {
    const input = new PassThrough();
    const reader = createReader(input, true);
    input.write('later\n');
    const abort = new AbortController();
    let isReady = false;
    void reader
      .ready(abort.signal, (line) => line === 'now')
      .then(() => {
        isReady = true;
      });
    await reader.ready(signal(), always);
    abort.abort();
    expect(isReady).toBe(false);
    expect(reader.take()).toBe('later');
  });
});

describe('what was typed before a word was asked for', () => {
  const typedAhead = async (inIsTTY: boolean) => {
    const { ports, said } = fakePorts({ clock: new VirtualClock(noon), screen: { inIsTTY, outIsTTY: true } });
    const stdin = new PassThrough();
    ports.streams.stdin = { isTTY: inIsTTY, stream: stdin as unknown as NodeJS.ReadStream };
    const talk = createTalk(ports);
    stdin.write('yes\n');
    await forgetTypeAhead(talk);
    const line = await Promise.race([
      talk.reader.ready(new AbortController().signal, () => true).then(() => talk.reader.take()),
      new Promise<null>((resolve) => setImmediate(() => setImmediate(() => resolve(null)))),
    ]);
    talk.close();
    return { line, said: said.out };
  };

  test('does not answer it at a terminal, and that is said', async () => {
    expect(await typedAhead(true)).toEqual({
      line: null,
      said: 'What was typed before this question does not count.\n',
    });
  });

  test('answers it from a pipe, where everything comes ahead', async () => {
    expect(await typedAhead(false)).toEqual({ line: 'yes', said: '' });
  });
});

describe('signs of life', () => {
  test('come after 30 seconds, then at doubling gaps, up to 10 minutes', async () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((beats) => gapAfter(beats) / 1000)).toEqual([30, 60, 120, 240, 480, 600, 600]);
    const clock = new VirtualClock(noon);
    const { ports, said } = fakePorts({ clock, screen: { inIsTTY: true, outIsTTY: true } });
    const stdin = new PassThrough();
    ports.streams.stdin = { isTTY: true, stream: stdin as unknown as NodeJS.ReadStream };
    const { engine, pass } = fakeEngine(states['watching, running']);
    const seconds: number[] = [];
    let last = noon;
    const { write } = ports.streams.out;
    ports.streams.out.write = (text) => {
      write(text);
      if (!text.startsWith('Still running')) return;
      seconds.push((clock.now() - last) / 1000);
      last = clock.now();
      if (seconds.length === 7) stdin.write('quit\n');
    };
    const talk = createTalk(ports);
    // The migration's clock is moved along with this computer's.
    const moving = { ...engine, now: () => engine.now() + clock.now() - noon };
    pass(0);
    const way = await talkThrough({ talk, engine: moving, hands: modelWith().hands, mayGoBack: false });
    talk.close();
    expect(way).toBe('leave');
    expect(seconds).toEqual([30, 60, 120, 240, 480, 600, 600]);
    expect(new Set(said.out.match(/^Still.*$/gm)).size).toBe(7);
  });

  const lengths = [
    { ms: 30_000, words: '30 seconds' },
    { ms: 60_000, words: '1 minute' },
    { ms: 240_000, words: '4 minutes' },
    { ms: 3_660_000, words: '1 hour 1 minute' },
    { ms: 50 * 3_600_000, words: '2 days 2 hours' },
  ];

  test.each(lengths)('$words is said in whole words', ({ ms, words }) => {
    expect(spelled(ms)).toBe(words);
  });

  test('a sentence keeps everything else', () => {
    expect(spellOut('passed 1 min ago (valid 60 min), r-1 s1 d')).toBe(
      'passed 1 minute ago (valid 60 minutes), r-1 s1 d',
    );
  });
});
