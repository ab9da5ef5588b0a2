import { describe, expect, test } from 'vitest';
import type { Key } from '../../../../components/inputs/keys/key.ts';
import { type KeyResult, KeyRouting, type Registration } from '../../../../components/inputs/keys/routing.ts';
import { tokenize } from '../../../../components/inputs/keys/tokenize.ts';

const keysOf = (typed: string) => tokenize(typed, {});
const ctrlC: Key = { kind: 'ctrl', letter: 'c' };
const nameOf = (key: Key): string => (key.kind === 'text' ? key.text : key.kind);

/** A router whose commits a test makes by hand, and handlers that note what they were asked. */
function setUp() {
  let asked = 0;
  const seen: string[] = [];
  const routing = new KeyRouting(() => {
    asked += 1;
  });
  const listen = (name: string, result: KeyResult | ((key: Key) => KeyResult), more: Partial<Registration> = {}) => {
    const registration: Registration = {
      role: 'screen',
      scope: 0,
      armed: true,
      stayed: () => seen.push(`${name} stayed`),
      handle: (key) => {
        const done = typeof result === 'function' ? result(key) : result;
        if (done !== false) seen.push(`${name} ${nameOf(key)}`);
        return done;
      },
      ...more,
    };
    return Object.assign(registration, { leave: routing.register(registration) });
  };
  const commit = async () => {
    routing.committed();
    await Promise.resolve();
  };
  return { routing, seen, listen, commit, asked: () => asked };
}

describe('who is asked', () => {
  test.each([
    { name: 'a widget before its screen', add: [{ role: 'widget' }, { role: 'screen' }], first: 0 },
    { name: 'a screen before what is global', add: [{ role: 'screen' }, { role: 'global' }], first: 0 },
    { name: 'an overlay before everything below it', add: [{ scope: 3 }, { role: 'widget' }], first: 0 },
    { name: 'the overlay that was opened last', add: [{ scope: 1, role: 'widget' }, { scope: 2 }], first: 1 },
    { name: 'of two screens the later one', add: [{}, {}], first: 1 },
  ] satisfies { name: string; add: Partial<Registration>[]; first: number }[])('$name', ({ add, first }) => {
    const { routing, seen, listen } = setUp();
    add.forEach((more, index) => {
      listen(`${index}`, true, more);
    });
    routing.receive(keysOf('a'));
    expect(seen).toEqual([`${first} a`]);
  });

  test('a key that an overlay has no use for never reaches the screen below', () => {
    const { routing, seen, listen } = setUp();
    listen('screen', true);
    listen('overlay', false, { scope: 1 });
    listen('global', (key) => nameOf(key) === '?', { role: 'global' });
    routing.receive(keysOf('x?'));
    expect(seen).toEqual(['global ?']);
  });

  test('a handler that left is not asked', () => {
    const { routing, seen, listen } = setUp();
    listen('first', true);
    listen('second', true).leave();
    routing.receive(keysOf('a'));
    expect(seen).toEqual(['first a']);
  });
});

describe('type-ahead', () => {
  test('edits follow one another at once, any other key waits for the commit', async () => {
    const { routing, seen, listen, commit, asked } = setUp();
    listen('field', (key) => (key.kind === 'enter' ? 'submitted' : 'edited'), { role: 'widget' });
    routing.receive(keysOf('ab\r'));
    expect([seen, asked()]).toEqual([['field a', 'field b'], 1]);
    await commit();
    expect(seen.at(-1)).toBe('field enter');
  });

  test('what follows a submit goes to whoever is there after the commit', async () => {
    const { routing, seen, listen, commit } = setUp();
    const first = listen('first', 'submitted', { role: 'widget' });
    routing.receive(keysOf('\r\r'));
    first.leave();
    listen('second', 'submitted', { role: 'widget' });
    await commit();
    expect(seen).toEqual(['first enter', 'second enter']);
  });

  test('what follows a submit that was refused is dropped, and the field opens again', async () => {
    const { routing, seen, listen, commit } = setUp();
    listen('field', 'submitted', { role: 'widget' });
    routing.receive(keysOf('\rnext\r'));
    await commit();
    await commit();
    expect(seen).toEqual(['field enter', 'field stayed']);
  });

  test('a field under an overlay that its submit opened opens again and loses no key to it', async () => {
    const { routing, seen, listen, commit } = setUp();
    listen('list', 'submitted', { role: 'widget' });
    routing.receive(keysOf('\rq'));
    listen('overlay', true, { scope: 1 });
    await commit();
    expect(seen).toEqual(['list enter', 'list stayed', 'overlay q']);
  });

  test('a screen gets a key only after the edits before it are committed', async () => {
    const { routing, seen, listen, commit } = setUp();
    listen('list', (key) => (nameOf(key) === 'j' ? 'edited' : false), { role: 'widget' });
    listen('screen', true);
    routing.receive(keysOf('jd'));
    expect(seen).toEqual(['list j']);
    await commit();
    expect(seen).toEqual(['list j', 'screen d']);
  });

  test('while no screen is there, keys are kept for the next one', async () => {
    const { routing, seen, listen } = setUp();
    listen('global', false, { role: 'global' });
    routing.receive(keysOf('ab'));
    listen('screen', 'edited');
    await Promise.resolve();
    expect(seen).toEqual(['screen a', 'screen b']);
  });

  test('keys are dropped until an unarmed screen is armed, global ones apart', () => {
    const { routing, seen, listen } = setUp();
    const confirm = listen('confirm', 'edited', { role: 'widget', armed: false });
    listen('screen', true);
    listen('global', (key) => key.kind === 'help' && 'edited', { role: 'global' });
    routing.receive([...keysOf('yes\r'), { kind: 'help' }]);
    confirm.armed = true;
    routing.receive(keysOf('y'));
    expect(seen).toEqual(['global help']);
    routing.committed();
  });
});

describe('Ctrl+C', () => {
  test('it waits for nothing, and what was typed before it no longer counts', async () => {
    const { routing, seen, listen, commit } = setUp();
    listen('screen', (key) => key.kind !== 'ctrl');
    listen('global', true, { role: 'global' });
    routing.receive(keysOf('\rabc'));
    routing.receive([ctrlC]);
    await commit();
    expect(seen).toEqual(['screen enter', 'global ctrl']);
  });
});
