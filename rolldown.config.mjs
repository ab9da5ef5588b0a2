import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'rolldown';

const local = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(local('package.json'), 'utf8'));

/** The version guard must stay in old syntax, so it is copied, not bundled. */
const copyBin = {
  name: 'copy-bin',
  writeBundle() {
    mkdirSync(local('dist'), { recursive: true });
    copyFileSync(local('src/bin.js'), local('dist/crossorg.js'));
    chmodSync(local('dist/crossorg.js'), 0o755);
  },
};

export default defineConfig({
  input: 'src/main.ts',
  platform: 'node',
  // Optional, and native: it is taken from where it is installed, or it is not there.
  external: ['@napi-rs/keyring'],
  transform: {
    target: 'node22',
    jsx: 'react-jsx',
    define: { 'process.env.NODE_ENV': '"production"', __VERSION__: JSON.stringify(version) },
  },
  // Ink imports it only when DEV=true
  resolve: { alias: { 'react-devtools-core': local('build-empty.mjs') } },
  plugins: [copyBin],
  output: {
    dir: 'dist',
    format: 'esm',
    minify: true,
    sourcemap: true,
    cleanDir: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  },
});
