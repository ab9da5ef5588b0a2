import { documentOf, nextSteps, noFace } from '../../frontends/output.ts';
import { stateWords } from '../../frontends/plain-lines.ts';
import type { Finding } from '../../plan/finding.ts';
import { isoTime } from '../../plan/iso.ts';
import type { Ledger, RunListing } from '../../store/ledger.ts';
import { sourceLabel } from '../../tasks/source-key.ts';
import { countStates, foldEntries } from '../../wave/run-state.ts';
import { inPlace } from '../../wizard/in-place.ts';
import { modeOf } from '../mode.ts';
import type { AroundRuns } from '../runs.ts';
import { placeIn } from './find.ts';

/** The runs of this computer, newest first. */
export async function listRuns({ ledger, console: { output, findings }, settings, now }: AroundRuns): Promise<number> {
  const listings = await ledger.list();
  const runs = await Promise.all(listings.map((listing) => describe(ledger, listing)));
  const broken = inPlace(
    runs.flatMap(({ finding }) => (finding ? [finding] : [])),
    placeIn(settings),
  );
  output.text(runs.length === 0 ? 'No runs are recorded here yet.' : runs.map(({ line }) => line));
  findings(broken);
  const mode = modeOf(settings);
  const body = { runs: runs.map(({ json }) => json), findings: broken, next: nextSteps(broken) };
  output.finish(documentOf('runs', 0, { ...noFace, mode }, { ...body, timeZone: settings.zone }), now);
  return 0;
}
type Described = { line: string; json: object; finding: Finding | null };

async function describe(ledger: Ledger, { runId, opened }: RunListing): Promise<Described> {
  const entries = opened.ok ? await ledger.read(runId) : opened;
  if (!opened.ok || !entries.ok) {
    const finding = opened.ok ? (entries.ok ? null : entries.error) : opened.error;
    return { line: `${runId}  cannot be read`, json: { run: runId, readable: false }, finding };
  }
  const run = foldEntries(entries.value);
  const { at, header } = opened.value;
  const states = countStates(run);
  const counts = Object.entries(states).map(
    ([state, count]) => `${count} ${stateWords[state as keyof typeof stateWords]}`,
  );
  const json = {
    run: runId,
    readable: true,
    at: isoTime(at),
    mode: header.mode,
    profile: header.profile,
    source: header.source,
    target: header.target,
    change: header.change,
    counts: states,
  };
  const [first] = run.rows;
  return {
    line: `${runId}  ${isoTime(at)}  ${counts.join(', ')}  ${first ? sourceLabel(first.plan.move.plan) : ''}`,
    json,
    finding: null,
  };
}
