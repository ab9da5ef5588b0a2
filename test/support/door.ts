import type { Fetch } from '../../src/ports/ports.ts';
import type { SignInService } from './oidc.ts';
import type { Place } from './served.ts';

/** Tokens that Graph saw, in order, and on which calls it finds them expired. */
export type Doorman = { seen: string[]; refuses: (call: string, token: string) => boolean };

export const openDoor = (refuses: Doorman['refuses'] = () => false): Doorman => ({ seen: [], refuses });

/** Graph takes the tokens of the sign-in service; the simulator behind it wants its own. */
export const through =
  (graph: Place, service: SignInService, doorman: Doorman = openDoor()): Fetch =>
  (url, init) => {
    const own = graph.computer.env.CROSSORG_GRAPH_URL ?? '';
    if (!url.startsWith(own)) return fetch(url, init);
    const token = init.headers.Authorization?.replace('Bearer ', '') ?? '';
    doorman.seen.push(token);
    const isGood = service.issued().includes(token) && !doorman.refuses(`${init.method} ${url} ${init.body}`, token);
    const headers = { ...init.headers, Authorization: `Bearer ${isGood ? graph.token : 'bad'}` };
    return fetch(url, { ...init, headers });
  };
