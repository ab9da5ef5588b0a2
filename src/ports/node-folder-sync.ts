import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Makes a new name in a folder durable, where the system can do that: Windows cannot, and some network drives refuse it. */
export async function syncFolder(folder: string, platform: string): Promise<void> {
  if (platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (fault) {
    passRefusal(fault);
  } finally {
    await handle.close();
  }
}

/** The same for what must be on disk before anything else happens. */
export function syncFolderNow(folder: string, platform: string): void {
  if (platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (fault) {
    passRefusal(fault);
  } finally {
    closeSync(handle);
  }
}

const refusals = ['EINVAL', 'EPERM', 'ENOTSUP', 'EISDIR'];

function passRefusal(fault: unknown): void {
  if (!refusals.includes((fault as NodeJS.ErrnoException | null)?.code ?? '')) throw fault;
}
