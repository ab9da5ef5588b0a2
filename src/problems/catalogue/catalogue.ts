import type { Rule } from '../rule.ts';
import { environmentRules } from './environment.ts';
import { fieldNoteRules, pastedRules } from './field-notes.ts';
import { accessRules } from './http-access.ts';
import { busyRules } from './http-busy.ts';
import { generalRules } from './http-general.ts';
import { identityMapRules } from './identity-map.ts';
import { licenceRules } from './licence.ts';
import { localRules } from './local.ts';
import { networkRules, stoppedRules, unreadableRules } from './network.ts';
import { oneDriveRules } from './onedrive.ts';
import { orchestratorRules } from './orchestrator.ts';
import { signInRules } from './sign-in.ts';
import { targetRules } from './target.ts';
import { trustRules } from './trust.ts';

/** Every rule, the most specific first: where two could speak, the earlier one does. */
export const catalogue: readonly Rule[] = [
  ...identityMapRules,
  ...licenceRules,
  ...targetRules,
  ...fieldNoteRules,
  ...environmentRules,
  ...trustRules,
  ...oneDriveRules,
  ...orchestratorRules,
  ...accessRules,
  ...busyRules,
  ...generalRules,
  ...signInRules,
  ...networkRules,
  ...unreadableRules,
  ...stoppedRules,
  ...localRules,
  ...pastedRules,
];
