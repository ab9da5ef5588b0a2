#!/usr/bin/env node
// Runs on any Node: no static imports, no new syntax before the version check.
var needed = [22, 13];
var current = process.versions.node.split('.').map(Number);
if (current[0] < needed[0] || (current[0] === needed[0] && current[1] < needed[1])) {
  process.stderr.write(
    'crossorg needs Node.js ' +
      needed.join('.') +
      ' or newer, and this is ' +
      process.version +
      ' at ' +
      process.execPath +
      '.\n' +
      'Install a newer Node.js, or run it once with:  npx -y -p node@24 -- node "' +
      process.argv[1] +
      '"\n',
  );
  process.exit(2);
}
if (!process.env.NODE_ENV) process.env.NODE_ENV = 'production';
import('node:module')
  .then(function (module) {
    if (module.default.enableCompileCache) module.default.enableCompileCache();
    return import('./main.mjs');
  })
  .catch(function (error) {
    process.stderr.write('crossorg could not start: ' + error.message + '\n');
    process.stderr.write('Install it again, or run "npm run build" in its folder.\n');
    process.exitCode = 1;
  });
