import { findingsForFlags, givenTwice, typedFromFlags, type Wishes } from '../frontends/flags.ts';
import { type Finding, finding, hasErrors } from '../plan/finding.ts';
import { answerAll, progress, withDefaults } from '../plan/progress.ts';
import type { Typed } from '../plan/typed.ts';
import type { Ports } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
import type { Raw } from './command.ts';
import { createConsole } from './console.ts';
import { migrateByFlags } from './migrate-by-flags.ts';
import { lineModeMissing, readSettings, type Settings, textFlag } from './settings.ts';

/** One migration: in a terminal the wizard asks what is missing, else everything comes from the flags. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok)
    return createConsole(
      { json: raw.flags.json === true, events: raw.flags.events === true, ascii: false },
      ports,
    ).fail(settings.error);
  const context = { now: ports.clock.now(), zone: settings.value.zone };
  const given = typedFromFlags(raw.args, raw.flags);
  const twice = givenTwice(raw.args, raw.flags);
  if (twice.length > 0) return createConsole(settings.value, ports).fail(twice);
  const typed = withDefaults(answerAll(given, context), context);
  if (settings.value.mayAsk && !isSaidByFlags(raw, typed, context)) {
    if (settings.value.line) return createConsole(settings.value, ports).fail([lineModeMissing]);
    const { openWizard } = await import('./open-wizard.ts');
    return openWizard({ settings: settings.value, ports, typed: given });
  }
  return byFlags(raw, settings.value, ports, given);
}

/** In a terminal, flags that answer everything and say how it ends need no screens. */
function isSaidByFlags(raw: Raw, typed: Typed, context: { now: number; zone: string }): boolean {
  const ends = raw.set.has('confirm') || raw.set.has('dryRun');
  return ends && progress(typed, context).next === null;
}

async function byFlags(raw: Raw, settings: Settings, ports: Ports, given: Typed): Promise<number> {
  const console = createConsole(settings, ports);
  const wishes: Wishes = {
    dryRun: raw.flags.dryRun === true,
    word: textFlag(raw, 'confirm'),
    watch: raw.flags.watch === true,
  };
  const context = { now: ports.clock.now(), zone: settings.zone };
  const typed = withDefaults(answerAll(given, context), context);
  const findings = [...findingsForFlags(typed, context), ...confirmFindings(wishes), ...notYet(raw)];
  if (hasErrors(findings)) return console.fail(findings);
  return migrateByFlags({ settings, ports, console, typed: given, wishes });
}

/** No terminal never means yes: what submits needs the word in the command. */
function confirmFindings({ dryRun, word }: Wishes): Finding[] {
  if (dryRun || word === 'yes') return [];
  if (word === null) return [confirmMissing];
  return [
    finding({
      field: 'confirm',
      code: 'confirmWord',
      what: `--confirm ${cleanText(word, { maxLength: 60 })} is not the confirmation of one migration.`,
      why: 'One migration is confirmed with the word yes. Nothing was sent.',
      next: 'Write --confirm yes, or --dry-run to check only.',
    }),
  ];
}

const confirmMissing = finding(
  {
    field: 'confirm',
    code: 'confirmMissing',
    what: 'The move is not confirmed.',
    why: 'A move is one pass and cannot be undone, and without a terminal nobody can be asked.',
    next: 'Add --confirm yes to submit it, or --dry-run to check it only.',
  },
  { from: 'input' },
);

const notYetFlags = ['planOut', 'confirmTarget'];

/** A flag that would be ignored is refused: somebody relies on it. */
const notYet = (raw: Raw): Finding[] =>
  notYetFlags
    .filter((name) => raw.set.has(name))
    .map((name) =>
      finding(
        {
          field: 'command',
          code: 'flagNotYet',
          what: `This version does not know ${name === 'planOut' ? '--plan-out' : '--confirm-target'} yet.`,
          why: 'Plan files and profiles are not part of this version, so the flag would be ignored.',
          next: 'Leave the flag out.',
        },
        { from: 'input' },
      ),
    );
