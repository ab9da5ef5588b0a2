import os from 'node:os';
import { createNodeBrowser } from './node-browser.ts';
import { nodeCipher } from './node-cipher.ts';
import { createNodeClipboard } from './node-clipboard.ts';
import { nodeClock, nodeRandom } from './node-clock.ts';
import { createNodeFetch } from './node-fetch.ts';
import { createNodeFiles } from './node-files.ts';
import { foldersFor } from './node-folders.ts';
import { nodeKeystore } from './node-keystore.ts';
import { nodeLoopback } from './node-loopback.ts';
import { createNodeMachine } from './node-machine.ts';
import { createNodeSignals } from './node-signals.ts';
import { createNodeStreams } from './node-streams.ts';
import type { Ports } from './ports.ts';

/** The real ports: the only place where the program meets the computer it runs on. */
export function createNodePorts(process: NodeJS.Process): Ports {
  const { env, platform } = process;
  return {
    clock: nodeClock,
    random: nodeRandom,
    fetch: createNodeFetch(env),
    files: createNodeFiles({ clock: nodeClock, random: nodeRandom, platform }),
    folders: foldersFor({ platform, env, home: os.homedir(), cwd: process.cwd() }),
    streams: createNodeStreams(process),
    env,
    machine: createNodeMachine(process, os),
    clipboard: createNodeClipboard(platform, env),
    browser: createNodeBrowser(platform, env),
    loopback: nodeLoopback,
    keystore: nodeKeystore,
    cipher: nodeCipher,
    signals: createNodeSignals(process),
  };
}
