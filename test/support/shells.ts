import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a shell is on this computer; `note` goes into the title of a test that has to do without it. */
export function shellNamed(name: string): { path: string | null; note: string } {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = folders.map((folder) => join(folder, name)).find((one) => existsSync(one)) ?? null;
  return { path, note: path === null ? ` (not run: there is no ${name} here)` : '' };
}
