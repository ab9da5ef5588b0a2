import { expect, test } from 'vitest';
import { clipboardPrograms, createNodeClipboard } from '../../src/ports/node-clipboard.ts';

const rows = [
  { name: 'macOS', platform: 'darwin', env: {}, programs: ['pbcopy'] },
  { name: 'Windows', platform: 'win32', env: {}, programs: ['clip.exe'] },
  { name: 'Linux under Windows', platform: 'linux', env: { WSL_DISTRO_NAME: 'Debian' }, programs: ['clip.exe'] },
  { name: 'Wayland', platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, programs: ['wl-copy'] },
  { name: 'X11', platform: 'linux', env: { DISPLAY: ':0' }, programs: ['xclip', 'xsel'] },
  { name: 'a machine without a desktop', platform: 'linux', env: {}, programs: [] },
];
test.each(rows)('on $name the clipboard is written by $programs', ({ platform, env, programs }) => {
  expect(clipboardPrograms(platform, env).map(({ name }) => name)).toEqual(programs);
});

test('a program that is not there is no clipboard, and no fault', async () => {
  expect(await createNodeClipboard('linux', {}).copy('x')).toBe(false);
  expect(await createNodeClipboard('linux', { WAYLAND_DISPLAY: 'none-here' }).copy('x')).toBe(false);
});
