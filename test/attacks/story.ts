import { drive } from '../../src/frontends/drive.ts';
import { nextForFlags } from '../../src/frontends/flags.ts';
import { continueRow } from '../../src/runtime/continue.ts';
import type { Services } from '../../src/runtime/services.ts';
import { settleRow } from '../../src/runtime/settle.ts';
import { submitMove } from '../../src/runtime/submit.ts';
import { createRuntime } from '../../src/runtime.ts';
import type { FaultPlanName } from '../../src/simulator/faults.ts';
import type { Happening } from '../../src/wizard/event.ts';
import { begin } from '../../src/wizard/machine.ts';
import type { Session, State } from '../../src/wizard/state.ts';
import { Killed } from '../runtime/mortal.ts';
import { submissionOf } from '../runtime/moves.ts';
import { endpoint, minutes, tenants } from './cases.ts';
import { leftBehind, type Place } from './place.ts';

/** What the first submission may meet. */
const storms: readonly FaultPlanName[] = [
  ...(['lost-before', 'lost-after', 'lost-answer', 'late-commit', 'late-commit'] as const),
  ...(['cut-body', 'server-errors', 'timeouts', 'proxy-html', 'throttled', 'wrong-types'] as const),
];

/** What it is like later. */
const seasons: readonly FaultPlanName[] = [...storms, 'none', 'none', 'none', 'none', 'none', 'none', 'slow'];

/** A submission in bad weather, then people who look, wait, try again and get it wrong, then calm until all is known. */
export async function live(place: Place): Promise<void> {
  const { one, clock } = place;
  const { dice } = one;
  if (one.before !== 'nothing') leftBehind(place, one.before);
  clock.pass(1_000 + dice.fraction() * 10_000);
  place.weather(dice.pick(storms));
  await firstTry(place);
  for (let round = 0; round < 4; round += 1) {
    clock.pass(dice.pick([0, 1, 1, 3, 6]) * minutes * dice.fraction());
    if (dice.oneIn(2)) place.weather(dice.pick(seasons));
    if (dice.oneIn(12)) place.world.tokenSerial += 1;
    await somebodyActs(place);
  }
  await calm(place);
}

async function firstTry(place: Place): Promise<void> {
  const { one, services, dying } = place;
  if (one.way === 'wizard') return wizard(place);
  if (one.way === 'direct') return submit(place, services);
  await dies(() => submit(place, dying(1 + Math.floor(one.dice.fraction() * 140))));
}

async function submit({ one, clock }: Place, services: Services, move = one.move): Promise<void> {
  await submitMove(services, submissionOf(move, clock.now()));
}

async function dies(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    if (!(fault instanceof Killed)) throw fault;
  }
}

async function somebodyActs(place: Place): Promise<void> {
  const { one, services, dying } = place;
  const dieAt = 1 + Math.floor(one.dice.fraction() * 90);
  switch (one.dice.pick(['settle', 'settle', 'resume', 'resume', 'again', 'wizard', 'other', 'both', 'dies'])) {
    case 'settle':
      return eachRow(place, (row) => settleRow(services, { ...row, resend: one.dice.oneIn(2) }));
    case 'resume':
      return eachRow(place, (row) => continueRow(services, { ...row, resend: one.dice.oneIn(2) }));
    case 'again':
      return submit(place, services);
    case 'other':
      return submit(place, services, one.other);
    case 'wizard':
      return wizard(place);
    case 'both':
      await Promise.all([submit(place, dying(1e9)), resumeAll(place, services), submit(place, services)]);
      return;
    default:
      return dies(() => resumeAll(place, dying(dieAt)));
  }
}

type Address = { runId: string; row: number };

async function eachRow(place: Place, work: (address: Address) => Promise<unknown>): Promise<void> {
  for (const { runId } of (await place.records()).rows) await work({ runId, row: 1 });
}

const resumeAll = (place: Place, services: Services): Promise<void> =>
  eachRow(place, (row) => continueRow(services, { ...row, resend: true }));

/** Good weather; whatever is recorded is gone on with until nothing changes any more. */
async function calm(place: Place): Promise<void> {
  const { services, clock } = place;
  place.weather('none');
  place.signIn();
  clock.pass(6 * minutes);
  if ((await place.records()).rows.length === 0) await submit(place, services);
  let before = '';
  for (let round = 0; round < 6; round += 1) {
    await resumeAll(place, services);
    const { rows } = await place.records();
    const now = JSON.stringify(rows.map(({ state }) => [state.place, state.task?.id, state.intents]));
    if (now === before) return;
    before = now;
    clock.pass(6 * minutes);
  }
  place.wrong.push('it never came to rest');
}

const session: Session = {
  mode: 'live',
  endpoint,
  profile: null,
  source: { tenantId: tenants.sourceTenantId, name: 'Contoso' },
  target: { tenantId: tenants.targetTenantId, name: 'Fabrikam' },
  zone: 'Europe/Berlin',
  account: null,
  change: null,
  hints: null,
};

/** The same through the machine, as a front end leads it: it goes on looking for a while, and then is left. */
async function wizard({ one, services, clock }: Place): Promise<void> {
  const faults: unknown[] = [];
  const first = { state: begin(session, one.typed, clock.now()), effects: [] };
  const runtime = createRuntime(first, services, (fault) => faults.push(fault));
  let patience = 3 + Math.floor(one.dice.fraction() * 30);
  await drive(
    runtime,
    (state) => {
      patience -= 1;
      return patience < 0 ? 'stop' : nextOf(state, one.dice.oneIn(3));
    },
    new Promise(() => undefined),
  );
  await runtime.stop();
  if (faults.length > 0) throw faults[0];
}

/** As a script, but one that never gives up looking, and now and then has it sent once more. */
function nextOf(state: State, isBold: boolean): Happening | 'wait' | 'stop' {
  if (state.status === 'dryRunDone' && !state.report.clean) return { type: 'dryRunAsked' };
  if (state.status !== 'unconfirmed') return nextForFlags(state, { dryRun: false, word: 'yes', watch: false });
  return isBold && state.mayResend ? { type: 'resendAsked', word: 'yes' } : 'wait';
}
