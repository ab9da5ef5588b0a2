import { groupUrl, personalUrl, tidy } from './addresses.ts';
import type { FaultPlanName } from './faults.ts';
import { draftOptions, type Options } from './options.ts';
import { guidOf } from './random.ts';
import type { World } from './world.ts';

export type Scenario = {
  /** One line for people who choose. */
  description: string;
  arrange?: (world: World) => void;
  faults?: FaultPlanName;
  options?: Partial<Options>;
};

const minute = 60_000;

function everybodyUnlicensed(world: World): void {
  for (const user of Object.values(world.users)) if (user.licence === 'yes') user.licence = 'after-refusal';
}

function everyTargetTaken(world: World): void {
  const taken = [
    ...Object.keys(world.targetUsers).map((upn) => personalUrl(world.target, upn)),
    ...Object.keys(world.sites).map((url) => url.replace('contoso.', 'fabrikam.')),
    ...Object.keys(world.targetGroups).map((name) => groupUrl(world.target, name)),
  ];
  for (const url of taken) world.takenUrls[tidy(url)] = true;
}

/** Everybody is mapped to a second account of theirs, which exists and is free. */
function everybodyMappedElsewhere(world: World): void {
  for (const [upn, mapped] of Object.entries(world.identityMap)) {
    const [target] = mapped;
    if (target === undefined || mapped.length > 1) continue;
    const other = target.toLowerCase().replace('@', '.new@');
    world.identityMap[upn] = [other];
    world.targetUsers[other] = { upn: other, id: guidOf('target', other), spoEnabled: true };
  }
}

const scenarioTable = {
  clean: { description: 'Everything is ready; only the people and places made for trouble meet it.' },
  'licence-missing': {
    description:
      'Nobody named has a migration licence; the simulated licence admin assigns it after the first refused dry run of each.',
    arrange: everybodyUnlicensed,
  },
  'target-exists': {
    description:
      'Every named person, site and group exists at the target already; the target admin would have to remove it.',
    arrange: everyTargetTaken,
  },
  'identity-map-mismatch': {
    description:
      'The identity map has second accounts of everybody named: dana@contoso.com is mapped to dana.new@fabrikam.com.',
    arrange: everybodyMappedElsewhere,
  },
  'trust-missing': {
    description: 'The target admin never set up the relationship; nothing can start.',
    arrange: ({ trust }) => {
      trust.target = 'missing';
    },
  },
  'trust-both-ways': {
    description: 'The relationship exists in both directions; the service asks for the role.',
    arrange: ({ trust }) => {
      trust.bothWays = true;
    },
  },
  'feature-off': {
    description: 'Microsoft has not switched the moves on for this tenant.',
    arrange: ({ switches }) => {
      switches.userMoves = false;
      switches.siteMoves = false;
    },
  },
  'customer-key': {
    description: 'The source tenant uses its own encryption key, which forbids moves.',
    arrange: ({ switches }) => {
      switches.customerKey = true;
    },
  },
  'same-farm': {
    description: 'Both tenants live in the same place at Microsoft; only Microsoft can help.',
    arrange: ({ switches }) => {
      switches.sameFarm = true;
    },
  },
  'farms-incompatible': {
    description: 'The two tenants are on different versions; waiting 48 hours usually helps.',
    arrange: ({ switches }) => {
      switches.farmsIncompatible = true;
    },
  },
  'target-blocked': {
    description: 'The target environment prevents moves and does not say why.',
    arrange: ({ switches }) => {
      switches.targetBlocked = true;
    },
  },
  'wrong-side': {
    description: 'As clean, but a sign-in to the target tenant gets the answers of the wrong side in place of 403.',
    options: { targetToken: 'by-call' },
  },
  'queue-full': {
    description: 'Other programs have filled the queue of the source; there is room again after 15 simulated minutes.',
    arrange: (world) => {
      world.elsewhere = { pending: world.options.queueLimit, goneAt: world.startedAt + 15 * minute };
    },
  },
  'mixed-wave': {
    description:
      'One in five of user0001@contoso.com to user9999@contoso.com meets trouble before or while moving, by seed.',
    arrange: ({ crowd }) => {
      crowd.mixed = true;
    },
  },
  stuck: {
    description: 'Moves start and never finish; their last update stands still.',
    arrange: ({ switches }) => {
      switches.allStuck = true;
    },
  },
  throttled: {
    description: 'Every third request is told to wait, and so is all else until then.',
    faults: 'throttled',
  },
  storm: {
    description:
      'A bad night for a wave: three requests in ten are told to wait, one create in ten loses its answer, some fail with a 5xx.',
    faults: 'storm',
  },
  'server-errors': {
    description: 'The first try of each call ends in a 5xx; some took effect.',
    faults: 'server-errors',
  },
  'odd-statuses': {
    description: 'The first answer of each call is an unusual error status, by seed, such as 403, 408, 410 or 505.',
    faults: 'odd-statuses',
  },
  'lost-answer': {
    description: 'The connection breaks during each first submission, before or after it took effect, by seed.',
    faults: 'lost-answer',
  },
  'lost-before': { description: 'The connection breaks before each first submission arrives.', faults: 'lost-before' },
  'lost-after': { description: 'The connection breaks after each first submission took effect.', faults: 'lost-after' },
  'late-commit': {
    description: 'The connection breaks and each first submission takes effect 3 to 90 simulated seconds later.',
    faults: 'late-commit',
  },
  'network-down': {
    description:
      'The first five requests do not get through: name server, certificate, proxy and the like, by seed and source.',
    faults: 'network-down',
  },
  redirect: {
    description: 'A guest network redirects the first try of each call to its own sign-in page.',
    faults: 'redirect',
  },
  slow: { description: 'Every answer takes 12 simulated seconds.', faults: 'slow' },
  timeouts: {
    description: 'The first try of each call hangs for ten simulated minutes and breaks off.',
    faults: 'timeouts',
  },
  'cut-body': { description: 'The first answer of each call ends in the middle; it took effect.', faults: 'cut-body' },
  'empty-body': {
    description: 'The first answer of each call has nothing in it; it took effect.',
    faults: 'empty-body',
  },
  'plain-text': {
    description: "A gateway's plain words come in place of the first answer of each call.",
    faults: 'plain-text',
  },
  'proxy-html': {
    description: "A proxy's web page comes in place of the first answer of each call.",
    faults: 'proxy-html',
  },
  'wrong-types': { description: 'The first answer of each call has values of the wrong type.', faults: 'wrong-types' },
  'wrong-echo': { description: 'Submissions come back as something else than was asked.', faults: 'wrong-echo' },
  'escape-sequences': {
    description: 'Messages carry sequences that could drive a terminal.',
    faults: 'escape-sequences',
  },
  'expired-sign-in': {
    description: 'The sign-in expires after the first request; a fresh token is accepted.',
    faults: 'expired-sign-in',
  },
  'clock-skew': {
    description: "The service's clock is eleven minutes behind, in all the times it tells.",
    arrange: (world) => {
      world.skewMs = -11 * minute;
    },
  },
  'create-refused': {
    description: 'A second submission for a queued source is refused, and a new attempt gets a new task id.',
    options: { createReading: 'refuse', newAttemptId: 'new' },
  },
  'failed-dry-runs': {
    description: 'Dry runs say no as a failed task in a 200 answer.',
    options: { dryRunFailures: 'failed-task' },
  },
  'unknown-dry-run': {
    description: 'Dry runs end in a word that nobody knows yet, so nothing can be submitted.',
    options: { dryRunWord: 'unknown' },
  },
  'unknown-status': {
    description: 'Tasks run and end in words that nobody knows yet.',
    options: { statusWords: 'future' },
  },
  'new-requirement': {
    description: 'The service insists on a value that is in no page of Microsoft and is never sent.',
    options: { alsoRequired: 'sourceOrganizationId' },
  },
  'no-batching': {
    description: 'The service takes no batches of requests, only one after the other.',
    options: { batching: 'refused' },
  },
  'draft-wording': {
    description: "The service speaks the earlier wording of Microsoft's pages.",
    options: draftOptions,
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarioTable;

/** All stories the simulator can tell, by name. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = scenarioTable;

export const scenarioNames = Object.keys(scenarioTable) as readonly ScenarioName[];

export const isScenarioName = (text: string): text is ScenarioName => Object.hasOwn(scenarioTable, text);
