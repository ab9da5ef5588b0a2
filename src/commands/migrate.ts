import { confirmMissing } from '../frontends/confirm-missing.ts';
import { findingsForFlags, givenTwice, typedFromFlags, type Wishes } from '../frontends/flags.ts';
import { type Finding, finding, hasErrors } from '../plan/finding.ts';
import { withProfile } from '../plan/profile-answers.ts';
import { progress, withDefaults } from '../plan/progress.ts';
import type { Context } from '../plan/question.ts';
import type { Typed } from '../plan/typed.ts';
import type { Ports } from '../ports/ports.ts';
import { cleanText } from '../problems/clean.ts';
import type { Raw } from './command.ts';
import { createConsole } from './console.ts';
import { liveUseFindings, nameAsSaved } from './live-use.ts';
import { migrateByFlags } from './migrate-by-flags.ts';
import { planOutAlone } from './plan-out-alone.ts';
import { readSettings, type Settings, textFlag } from './settings.ts';

/** One migration: in a terminal the wizard asks what is missing, else everything comes from the flags. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok)
    return createConsole(
      { json: raw.flags.json === true, events: raw.flags.events === true, ascii: false },
      ports,
    ).fail(settings.error);
  const context = contextFor(settings.value, ports);
  const given = typedFromFlags(raw.args, raw.flags);
  const twice = givenTwice(raw.args, raw.flags);
  if (twice.length > 0) return createConsole(settings.value, ports).fail(twice);
  const typed = withDefaults(withProfile(given, context.profile, context), context);
  if (settings.value.mayAsk && !isSaidByFlags(raw, typed, context)) {
    if (raw.set.has('planOut')) return createConsole(settings.value, ports).fail([planOutAlone]);
    const { openWizard } = await import('./open-wizard.ts');
    return openWizard({ settings: settings.value, ports, typed: given });
  }
  return byFlags(raw, settings.value, ports, given);
}

const contextFor = ({ zone, profile, sourceTenant }: Settings, { clock }: Ports): Context => ({
  now: clock.now(),
  zone,
  sourceTenantId: sourceTenant,
  profile,
});

/** In a terminal, flags that answer everything and say how it ends need no screens. */
function isSaidByFlags(raw: Raw, typed: Typed, context: Context): boolean {
  const ends = raw.set.has('confirm') || raw.set.has('dryRun');
  return ends && progress(typed, context).next === null;
}

async function byFlags(raw: Raw, settings: Settings, ports: Ports, given: Typed): Promise<number> {
  const console = createConsole(settings, ports);
  const wishes: Wishes = {
    dryRun: raw.flags.dryRun === true,
    word: textFlag(raw, 'confirm'),
    watch: raw.flags.watch === true,
    targetName: nameAsSaved(textFlag(raw, 'confirmTarget'), settings.profile),
  };
  const context = contextFor(settings, ports);
  const typed = withDefaults(withProfile(given, context.profile, context), context);
  const live = await liveUseFindings({ settings, ports, given: wishes.targetName ?? null, submits: !wishes.dryRun });
  const findings = [...findingsForFlags(typed, context), ...confirmFindings(wishes), ...live];
  if (hasErrors(findings)) return console.fail(findings);
  return migrateByFlags({ settings, ports, console, typed: given, wishes, planOut: textFlag(raw, 'planOut') });
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
