import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { troubledPeople } from '../../src/simulator/people.ts';
import { troubledGroups, troubledSites } from '../../src/simulator/places.ts';
import { scenarioNames, scenarios } from '../../src/simulator/scenarios.ts';

const page = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8');
const chapter = (title: string): string => page.split(/^## /m).find((text) => text.startsWith(title)) ?? '';

describe('the page of the simulator', () => {
  it.each(scenarioNames)('tells the story %s in its own words', (name) => {
    expect(chapter('Stories')).toContain(`| \`${name}\` | ${scenarios[name].description} |`);
  });

  it('tells no other stories', () => {
    const told = [...chapter('Stories').matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    expect(told).toEqual(scenarioNames);
  });

  const shortName = (source: string): string => source.replace(/@contoso\.com$|^https:.*\//g, '');

  it.each([...troubledPeople(), ...troubledSites(), ...troubledGroups()])(
    'says that $source meets trouble',
    ({ source }) => {
      const words = chapter('Who meets trouble').split(/[\s,|]+/);
      expect(words).toContain(shortName(source));
    },
  );
});
