import { expect, test } from 'vitest';
import { foldersFor } from '../../src/ports/node-folders.ts';

const unix = { platform: 'linux', home: '/home/mia', cwd: '/tmp', env: {} };
const mac = { platform: 'darwin', home: '/Users/mia', cwd: '/tmp', env: {} };
const windows = { platform: 'win32', home: 'C:\\Users\\mia', cwd: 'D:\\work', env: {} };

const rows = [
  {
    name: 'Linux',
    around: unix,
    folders: { config: '/home/mia/.config/crossorg', state: '/home/mia/.local/state/crossorg' },
  },
  {
    name: 'Linux with XDG folders',
    around: { ...unix, env: { XDG_CONFIG_HOME: '/x/config', XDG_STATE_HOME: '/x/state' } },
    folders: { config: '/x/config/crossorg', state: '/x/state/crossorg' },
  },
  {
    name: 'Linux with relative XDG folders, which do not count',
    around: { ...unix, env: { XDG_CONFIG_HOME: 'config', XDG_STATE_HOME: '' } },
    folders: { config: '/home/mia/.config/crossorg', state: '/home/mia/.local/state/crossorg' },
  },
  {
    name: 'macOS',
    around: mac,
    folders: {
      config: '/Users/mia/Library/Application Support/crossorg',
      state: '/Users/mia/Library/Application Support/crossorg/state',
    },
  },
  {
    name: 'Windows',
    around: { ...windows, env: { APPDATA: 'C:\\R', LOCALAPPDATA: 'C:\\L' } },
    folders: { config: 'C:\\R\\crossorg', state: 'C:\\L\\crossorg\\state' },
  },
  {
    name: 'Windows without its variables',
    around: windows,
    folders: {
      config: 'C:\\Users\\mia\\AppData\\Roaming\\crossorg',
      state: 'C:\\Users\\mia\\AppData\\Local\\crossorg\\state',
    },
  },
  {
    name: 'folders of our own variables, relative to where we are',
    around: { ...unix, env: { CROSSORG_CONFIG_DIR: 'c', CROSSORG_STATE_DIR: '/s', XDG_STATE_HOME: '/x' } },
    folders: { config: '/tmp/c', state: '/s' },
  },
  {
    name: 'the same on Windows',
    around: { ...windows, env: { CROSSORG_CONFIG_DIR: 'c', CROSSORG_STATE_DIR: 'E:\\s' } },
    folders: { config: 'D:\\work\\c', state: 'E:\\s' },
  },
];

test.each(rows)('finds the folders of $name', ({ around, folders }) => {
  expect(foldersFor(around)).toEqual(folders);
});
