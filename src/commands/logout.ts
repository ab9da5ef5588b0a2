import { documentOf, errorDocument, faceOf } from '../frontends/output.ts';
import type { Finding } from '../plan/finding.ts';
import type { Ports } from '../ports/ports.ts';
import { refuse } from '../refusal.ts';
import { isStorageFault } from '../store/storage-fault.ts';
import type { Raw } from './command.ts';
import { createConsole } from './console.ts';
import { argvOf, readSettings } from './settings.ts';
import { signInFace } from './sign-in/document.ts';
import { forgetSignIns } from './sign-in/forget.ts';
import { notRemoved } from './sign-in/not-kept.ts';
import { signInWish } from './sign-in/wish.ts';

/** Removes the sign-ins of a profile from this computer, with their keys. */
export async function run(raw: Raw, ports: Ports): Promise<number> {
  const settings = await readSettings(raw, ports);
  if (!settings.ok) return refuse(settings.error, 2, argvOf(raw), ports);
  const console = createConsole(settings.value, ports);
  const wish = signInWish(raw, settings.value);
  if (!wish.ok) return console.fail(wish.error);
  const { profile, side } = wish.value;
  const face = signInFace(settings.value, profile);
  const { output } = console;
  output.event('started', ports.clock.now(), faceOf(face));
  const sides = await forgetSignIns(profile, side, ports).catch(whenDisk);
  if ('code' in sides) {
    console.findings([sides]);
    output.finish(errorDocument([sides], { exitCode: 1, face }), ports.clock.now());
    return 1;
  }
  output.text(
    sides.map(({ side: one, wasSignedIn }) =>
      wasSignedIn
        ? `Signed out of ${profile[one].name}, the ${one} tenant. Its tokens are gone from this computer.`
        : `Nobody was signed in to ${profile[one].name}, the ${one} tenant.`,
    ),
  );
  output.finish(documentOf('logout', 0, face, { sides, next: [] }), ports.clock.now());
  return 0;
}

function whenDisk(fault: unknown): Finding {
  if (isStorageFault(fault)) return notRemoved(fault);
  throw fault;
}
