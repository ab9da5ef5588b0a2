// Rolldown's own command lists every file it writes; a build before every start says nothing unless it fails.
import { build } from 'rolldown';
import config from './rolldown.config.mjs';

await build(config);
