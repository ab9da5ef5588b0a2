import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };
const define = { __VERSION__: JSON.stringify(version) };

export default defineConfig({
  test: {
    projects: [
      {
        define,
        oxc: { jsx: { development: false } },
        test: {
          name: 'unit',
          // Ink and its colours look at these when they are loaded.
          env: { NODE_ENV: 'production', FORCE_COLOR: '1' },
          // No module has state of its own, so files share what was loaded once.
          isolate: false,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/acceptance/**'],
          testTimeout: 20_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        define,
        test: {
          name: 'acceptance',
          include: ['test/acceptance/**/*.test.ts'],
          testTimeout: 60_000,
          // Stories wait for the simulator most of the time.
          maxWorkers: 5,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
