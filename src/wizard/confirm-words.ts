import type { ResourceType } from '../plan/answers.ts';
import type { Plan } from '../plan/plan.ts';
import { bothTimes, duration } from '../plan/schedule.ts';
import { sourceLabel, targetLabel } from '../tasks/source-key.ts';
import { kindName, planText, sourceName, targetName } from './names.ts';
import type { Session, StateOf } from './state.ts';

/** What a confirmation says, in every front end. */

const becomes: { readonly [K in ResourceType]: string } = {
  user: 'The source OneDrive becomes read-only, then redirects to the new place.',
  site: 'The source site becomes read-only, then redirects to the new place.',
  group: "The source group's site becomes read-only, then redirects to the new place.",
};

const collides: { readonly [K in ResourceType]: string } = {
  user: 'A OneDrive that already exists at the target makes the task fail.',
  site: 'A site that already exists at the target address makes the task fail.',
  group: 'A target group that already has a site makes the task fail.',
};

/** What a confirmation means, apart from that it is final. */
export const whatHappens = (type: ResourceType): readonly string[] => [becomes[type], collides[type]];

/** What the word cannot take back. */
export const onePass =
  'One pass: it cannot be undone or repeated. Cancelling may work until it starts; after that nobody can.';

export const submitQuestion = ({ mode }: Session): string =>
  mode === 'simulator' ? 'Submit 1 migration on the simulator?' : 'Submit 1 live migration?';

/** What moves, where to, and when. */
export function confirmRows({ move, session }: StateOf<'confirming'>): { term: string; value: string }[] {
  const { plan } = move;
  return [
    { term: 'From', value: `${sourceName(session)}: ${sourceLabel(plan)} (${kindName[plan.type]})` },
    { term: 'To', value: `${targetName(session)}: ${targetLabel(plan)}` },
    { term: 'At', value: destinationText(plan) },
    {
      term: 'Start',
      value: plan.start === 'now' ? 'as soon as the service has room' : bothTimes(plan.start, session.zone),
    },
    ...(plan.latestStart === null
      ? []
      : [{ term: 'Cancel', value: `by itself if not started by ${bothTimes(plan.latestStart, session.zone)}` }]),
  ];
}

function destinationText({ destination }: Plan): string {
  if (destination.by === 'host') return `host ${destination.host}`;
  const { organizationId, location } = destination;
  if (location === 'unset') return `organization ${organizationId}`;
  return `organization ${organizationId}, ${location === null ? 'default location' : `location ${location}`}`;
}

type Evidence = { severity: 'passed' | 'warning'; text: string };

/** What was checked before: the dry run of this very plan, and the source in the service. */
export function evidence({ report, move, look, findings }: StateOf<'confirming'>, now: number): Evidence[] {
  const age = duration(Math.max(0, now - report.at));
  return [
    { severity: 'passed', text: `Dry run of this same ${planText(move.id)} passed ${age} ago (valid 60 min).` },
    ...(look?.found === 'nothing'
      ? [
          {
            severity: 'passed' as const,
            text: `No task found for ${sourceLabel(move.plan)} (asked the service just now).`,
          },
        ]
      : []),
    ...(look?.found === 'unknowable'
      ? [{ severity: 'warning' as const, text: 'A source given by object id alone cannot be looked up.' }]
      : []),
    ...findings
      .filter(({ severity }) => severity !== 'error')
      .map(({ what, why }) => ({ severity: 'warning' as const, text: `${what} ${why}` })),
  ];
}
