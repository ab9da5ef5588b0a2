import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioNames, scenarios } from '../../src/simulator/scenarios.ts';

const folder = new URL('../../src/simulator/', import.meta.url);
const files = readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));

describe('the simulator', () => {
  it.each(files)('$file knows nothing of the client but the wire types', ({ file, text }) => {
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);
    const foreign = imported.filter((name) => !name.startsWith('./') && name !== '../wire/task.ts');
    expect(foreign).toEqual(file === 'http.ts' ? ['node:http', 'node:net'] : []);
  });

  it.each(files)('$file has no clock, chance or timer of its own', ({ text }) => {
    expect(text).not.toMatch(/Date\.now|new Date\(\)|Math\.random|randomUUID|setTimeout|setInterval|process\./);
  });

  it.each(scenarioNames)('describes the scenario %s in one sentence', (name) => {
    expect(scenarios[name].description).toMatch(/^[A-Z].{20,150}\.$/);
  });
});
