import { describe, expect, it } from 'vitest';
import { createNodeBrowser, hasScreen } from '../../src/ports/node-browser.ts';
import { nodeCipher } from '../../src/ports/node-cipher.ts';
import { nodeKeystore } from '../../src/ports/node-keystore.ts';
import { nodeLoopback } from '../../src/ports/node-loopback.ts';

describe('a browser', () => {
  const rows = [
    { name: 'Windows', platform: 'win32', env: {}, has: true },
    { name: 'macOS', platform: 'darwin', env: {}, has: true },
    { name: 'macOS over SSH', platform: 'darwin', env: { SSH_CONNECTION: '1 2' }, has: false },
    { name: 'Windows over SSH', platform: 'win32', env: { SSH_CLIENT: '1 2' }, has: false },
    { name: 'a Linux desktop', platform: 'linux', env: { DISPLAY: ':0' }, has: true },
    { name: 'a Wayland desktop', platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, has: true },
    { name: 'Linux under Windows', platform: 'linux', env: { WSL_DISTRO_NAME: 'Debian' }, has: true },
    { name: 'a server', platform: 'linux', env: {}, has: false },
    { name: 'X11 through SSH', platform: 'linux', env: { DISPLAY: ':10', SSH_TTY: '/dev/pts/0' }, has: false },
    { name: 'a build', platform: 'win32', env: { CI: 'true' }, has: false },
    { name: 'a build that says it is none', platform: 'win32', env: { CI: 'false' }, has: true },
  ];
  it.each(rows)('on $name opens: $has', ({ platform, env, has }) => {
    expect(hasScreen(platform, env)).toBe(has);
  });

  const refused = [
    { name: 'without a screen', env: {}, address: 'https://login.example.com' },
    { name: 'for an address that is not https', env: { DISPLAY: ':0' }, address: 'file:///etc/passwd' },
    { name: 'for an option', env: { DISPLAY: ':0' }, address: '--help' },
  ];
  it.each(refused)('is not opened $name', async ({ env, address }) => {
    expect(await createNodeBrowser('linux', env).open(address)).toBe(false);
  });
});

describe('sealing', () => {
  it('opens with its key, and is different each time', async () => {
    const key = await nodeCipher.newKey();
    const [one, other] = [await nodeCipher.seal('Grüße', key), await nodeCipher.seal('Grüße', key)];
    expect(one).not.toBe(other);
    expect(await nodeCipher.open(one, key)).toBe('Grüße');
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
  });

  const changed = [
    { name: 'the nonce', at: 0 },
    { name: 'the tag', at: 12 },
    { name: 'the text', at: 28 },
  ];
  it.each(changed)('a change of $name is noticed', async ({ at }) => {
    const key = await nodeCipher.newKey();
    const bytes = Buffer.from(await nodeCipher.seal('text', key), 'base64');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    expect(await nodeCipher.open(bytes.toString('base64'), key)).toBeNull();
  });

  const wrong = [
    { name: 'another key', sealed: null, key: null },
    { name: 'no key', sealed: null, key: '' },
    { name: 'nothing sealed', sealed: '', key: null },
    { name: 'no base64', sealed: '***', key: null },
  ];
  it.each(wrong)('with $name nothing opens', async ({ sealed, key }) => {
    const own = await nodeCipher.newKey();
    const text = sealed ?? (await nodeCipher.seal('text', own));
    expect(await nodeCipher.open(text, key ?? (await nodeCipher.newKey()))).toBeNull();
  });
});

describe('the loopback', () => {
  it('answers GET on this computer until it is closed', async () => {
    const paths: string[] = [];
    const door = await nodeLoopback.listen((path) => {
      paths.push(path);
      return { status: 200, html: '<p>Hello</p>' };
    });
    const address = `http://127.0.0.1:${door.port}`;
    const got = await fetch(`${address}/?code=x`);
    expect(await got.text()).toBe('<p>Hello</p>');
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
    expect(paths).toEqual(['/?code=x']);
    door.close();
    await expect(fetch(address)).rejects.toThrow();
  });
});

it('a keystore answers, or says that it does not, and never throws', async () => {
  const name = 'a test that is not there';
  const read = await nodeKeystore.get(name);
  expect(read.ok ? read.secret : null).toBeNull();
  await expect(nodeKeystore.remove(name)).resolves.toBeUndefined();
});
