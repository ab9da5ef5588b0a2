import { besides } from '../frontends/layout.ts';
import { documentOf, noFace, type Output } from '../frontends/output.ts';
import type { Ports } from '../ports/ports.ts';
import { type Troubled, troubledPeople } from '../simulator/people.ts';
import { troubledGroups, troubledSites } from '../simulator/places.ts';
import { scenarioNames, scenarios } from '../simulator/scenarios.ts';

/** What the simulator can play, and who meets trouble in it: lines for people, one document for scripts. */
export function listScenarios(output: Output, { clock, streams }: Pick<Ports, 'clock' | 'streams'>): number {
  const stories = scenarioNames.map((name) => ({ name, description: scenarios[name].description }));
  const troubled = { people: troubledPeople(), sites: troubledSites(), groups: troubledGroups() };
  const rows = rowsIn(Math.min(99, Math.max(40, (streams.out.columns || 80) - 1)));
  output.text([
    'Scenarios, for --scenario NAME',
    ...rows(stories.map(({ name, description }) => ({ source: name, description }))),
    '',
    'People, sites and groups that meet trouble in every scenario',
    ...rows([...troubled.people, ...troubled.sites, ...troubled.groups]),
  ]);
  output.finish(documentOf('scenarios', 0, noFace, { scenarios: stories, ...troubled, next: [start] }), clock.now());
  return 0;
}

const start = { do: 'Start one as a server.', who: 'you', command: 'crossorg simulate --scenario throttled' } as const;

const rowsIn =
  (width: number) =>
  (listed: readonly Troubled[]): string[] =>
    listed.flatMap(({ source, description }) => besides(`  ${source}`, description, { column: 26, width }));
