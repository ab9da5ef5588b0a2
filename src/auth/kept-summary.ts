import type { Ports } from '../ports/ports.ts';
import { readEnvelope, type SignInSummary, type Storage } from './envelope.ts';
import type { SignInAsk } from './sign-in-ask.ts';
import { placeOf } from './sign-in-place.ts';

/** What a kept sign-in says of itself without being opened: no keystore, no network. Null when nobody is signed in. */
export async function keptSummary(
  ask: SignInAsk,
  ports: Pick<Ports, 'files' | 'folders'>,
): Promise<(SignInSummary & { storage: Storage }) | null> {
  const place = placeOf(ask, ports);
  const text = place === null ? null : await ports.files.read(place.path);
  const envelope = text === null ? null : readEnvelope(text);
  return envelope === null ? null : { ...envelope.summary, storage: envelope.storage };
}
