import { writeSync } from 'node:fs';
import { run } from './cli.ts';
import { createNodePorts } from './ports/node.ts';
import { flushed } from './ports/node-streams.ts';

const ports = createNodePorts(process);
const argv = process.argv.slice(2);

/** A bug outside the command's own course. Whoever holds the terminal gives it back before the text is written. */
const endAfterFault = async (error: unknown): Promise<void> => {
  try {
    const [{ recordFault }, { refusalText }] = await Promise.all([import('./fault.ts'), import('./refusal.ts')]);
    const { stream, text } = refusalText([await recordFault(error, argv, ports)], 1, argv, ports);
    process.emit('exit', 1);
    writeSync(stream === 'out' ? 1 : 2, text);
  } finally {
    process.exit(1);
  }
};

/** Whoever read the output may have gone, as `head` does: that counts as hanging up. */
const endQuietly = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error;
  if (!process.emit('SIGHUP')) process.exit(0);
};

process.on('uncaughtException', (error) => void endAfterFault(error));
process.stdout.on('error', endQuietly);
process.stderr.on('error', () => {});

const exitCode = await run(argv, ports);
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
process.exit(exitCode);
