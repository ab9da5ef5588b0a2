import type { Ports } from '../ports/ports.ts';
import { whenDisk } from './disk-fault.ts';
import { readEnvelope, type SignInSummary, type Storage } from './envelope.ts';
import type { SignInAsk } from './sign-in-ask.ts';
import { placeOf } from './sign-in-place.ts';

/** What a kept sign-in says of itself without being opened: no keystore, no network. Null when nobody is signed in. */
export async function keptSummary(
  ask: SignInAsk,
  ports: Pick<Ports, 'files' | 'folders'>,
): Promise<(SignInSummary & { storage: Storage }) | null> {
  const place = placeOf(ask, ports);
  const text = place === null ? null : await ports.files.read(place.path).catch(whenDisk(null));
  const envelope = text === null ? null : readEnvelope(text);
  if (envelope === null || !isOfApp(envelope.summary, ask)) return null;
  return { ...envelope.summary, storage: envelope.storage };
}

/** A refresh token is good for the app it was given to: one of another app speaks for nobody. */
export const isOfApp = ({ clientId }: SignInSummary, ask: Pick<SignInAsk, 'clientId'>): boolean =>
  clientId === null || clientId.toLowerCase() === ask.clientId?.toLowerCase();
