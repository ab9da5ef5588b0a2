import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { faultsIn } from '../frontends/lines/scan.ts';
import { type Home, type Program, test } from '../support/pty.ts';
import { leftBehind } from '../support/stream-scan.ts';
import { creates } from '../support/world-log.ts';

const enter = '\r';
const MOVE_MS = 45_000;

/** What stands at the last line that is not empty: the question that is open. */
const asks = (question: string) => (screen: string) => (screen.trimEnd().split('\n').at(-1) ?? '').includes(question);

/** From the first question to the confirmation, everything as it is offered. */
async function toConfirmation(demo: Program): Promise<void> {
  await demo.at(asks('Place. Number, or Enter for 1:'), enter);
  await demo.at(asks('Type. Number, or Enter for 1:'), enter);
  await demo.at(asks('Enter for dana@contoso.com:'), enter);
  await demo.at(asks('Enter for dana@fabrikam.com:'), enter);
  await demo.at(asks('Target addressed by. Number'), enter);
  await demo.at(asks('Target host, or Enter for'), enter);
  await demo.at(asks('Not before, or Enter for now:'), enter);
  await demo.at(asks('Must start by, or Enter for none:'), enter);
  await demo.at(asks('Type dry run'), `dry run${enter}`);
  await demo.see(asks('Type yes to submit'));
}

/** A terminal turns each line end into two bytes; a carriage return of our own would stand alone. */
const said = (bytes: string): string => bytes.replaceAll('\r\n', '\n');

describe.concurrent('the built program by lines, in a terminal', () => {
  test('leads a move to its end, and writes no escape byte', async ({ start }) => {
    const demo = start(['demo', '--line']);
    await toConfirmation(demo);
    demo.send(`yes${enter}`);
    await demo.see('Watching. Type look');
    await demo.at(asks('press Enter to leave:'), enter, MOVE_MS);
    expect((await demo.exit).code).toBe(0);
    const text = said(demo.bytes());
    expect(text).toContain('Completed: dana@contoso.com.');
    expect(faultsIn(text.split(/^.*: .*\n/m), { width: 79 })).toEqual([]);
    expect(leftBehind(demo.bytes())).toEqual([]);
  });

  test('takes no word for the confirmation that was typed before it', async ({ start, home }) => {
    const demo = start(['migrate', 'user', ...move, '--line']);
    await demo.see(asks('Type dry run'));
    demo.send(`dry run${enter}yes${enter}`);
    await demo.at(asks('Type yes to submit'), `quit${enter}`);
    expect((await demo.exit).code).toBe(0);
    expect(creates(home)).toEqual([]);
  });

  test('Ctrl+C says the way back', async ({ start }) => {
    const demo = start(['demo'], { env: { ACCESSIBLE: '1' } });
    await toConfirmation(demo);
    demo.send(`yes${enter}`);
    await demo.see('Watching. Type look');
    demo.send('\u0003');
    expect((await demo.exit).code).toBe(130);
    expect(said(demo.bytes())).toMatch(/Watch it again:\ncrossorg watch \S+ --simulator\n/);
  });

  test('folds at the window it has', async ({ start }) => {
    const demo = start(['demo', '--line'], { cols: 60 });
    await demo.at(asks('Place.'), `help${enter}`);
    await demo.at(asks('Place.'), `quit${enter}`);
    expect((await demo.exit).code).toBe(0);
    expect(faultsIn([said(demo.bytes())], { width: 59 }).filter((fault) => !fault.startsWith('said twice'))).toEqual(
      [],
    );
  });
});

const move = [
  'dana@contoso.com',
  '--target',
  'dana@fabrikam.com',
  '--target-host',
  'fabrikam-my.sharepoint.com',
].concat(['--start', 'now', '--latest-start=', '--simulator']);

const built = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));

/** The program with its answers in a pipe, as `printf … | crossorg` gives them. */
function piped(argv: readonly string[], answers: string, { folder, state, config }: Home) {
  const { PATH = '' } = process.env;
  const env = {
    PATH,
    HOME: folder,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    CROSSORG_STATE_DIR: state,
    CROSSORG_CONFIG_DIR: config,
  };
  const child = spawn(process.execPath, [built, ...argv], { env, stdio: 'pipe' });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => {
    heard.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    heard.err += data.toString();
  });
  child.stdin.end(answers);
  return new Promise<{ out: string; err: string; code: number | null }>((resolve) =>
    child.on('close', (code) => resolve({ ...heard, code })),
  );
}

describe.concurrent('the built program by lines, from a pipe', () => {
  test('leads a move to its end', async ({ home }) => {
    const answers = ['', '1', 'dana', '', '', '', '', '', 'dry run', 'yes', ''].join('\n');
    const { out, err, code } = await piped(['demo', '--line'], answers, home);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).toMatch(/^[0-9a-f-]{36} {2}Completed {2}dana@contoso\.com\n$/);
    expect(err).toContain('Line mode on, by --line.\n');
    expect(faultsIn(err.split(/^.*: .*\n/m), { width: 79 })).toEqual([]);
  });

  test('ends with exit code 2 where an answer is missing, and nothing was agreed to', async ({ home }) => {
    const { out, err, code } = await piped(['migrate', 'user', ...move, '--line'], 'dry run\n', home);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Code confirmMissing.');
    expect(creates(home)).toEqual([]);
  });

  test('without any answer names the one that is missing', async ({ home }) => {
    const { err, code } = await piped(['migrate', '--simulator', '--line'], '', home);
    expect(code).toBe(2);
    expect(err).toContain('--type');
  });
});
