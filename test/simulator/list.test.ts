import { afterEach, beforeEach, expect, test } from 'vitest';
import { troubledPeople } from '../../src/simulator/people.ts';
import { troubledGroups, troubledSites } from '../../src/simulator/places.ts';
import { scenarioNames, scenarios } from '../../src/simulator/scenarios.ts';
import { CommandLine } from '../support/command-line.ts';

let computer: CommandLine;
beforeEach(() => {
  computer = new CommandLine();
});
afterEach(() => computer.remove());

const list = ['simulate', '--list'];

test('simulate --list says each story and each source that meets trouble in plain lines, and starts nothing', async () => {
  const { exitCode, out, err } = await computer.run(list);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  const words = out.replaceAll(/\s+/g, ' ');
  for (const name of scenarioNames) expect(words).toContain(` ${name} ${scenarios[name].description} `);
  for (const { source, description } of [...troubledPeople(), ...troubledSites(), ...troubledGroups()])
    expect(words).toContain(` ${source} ${description} `);
  for (const line of out.split('\n')) expect(line.length).toBeLessThan(80);
});

test('simulate --list --json is one document with the same', async () => {
  const { exitCode, json, err } = await computer.run([...list, '--json', '--port', 'none']);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(json).toMatchObject({ kind: 'scenarios', ok: true, mode: null });
  expect(json.scenarios).toEqual(scenarioNames.map((name) => ({ name, description: scenarios[name].description })));
  expect(json.people).toContainEqual({
    source: 'omar@contoso.com',
    description: 'A OneDrive stands at the target already.',
  });
  expect(json.sites.length).toBeGreaterThan(5);
  expect(json.groups.length).toBeGreaterThan(3);
});

test.each(scenarioNames)('the scenario %s is described in one sentence', (name) => {
  expect(scenarios[name].description).toMatch(/^[A-Z].{20,150}\.$/);
});
