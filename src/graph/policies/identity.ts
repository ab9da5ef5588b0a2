import type { Random } from '../../ports/ports.ts';
import type { Policy } from '../policy.ts';

/** Ids for support, and the decorated user agent that SharePoint throttles last. */
export const withIdentity =
  (random: Random, version: string): Policy =>
  (request, next) => {
    const clientRequestId = request.clientRequestId ?? random.guid();
    const headers = {
      ...request.headers,
      Accept: 'application/json',
      'User-Agent': `NONISV|crossorg|crossorg/${version}`,
      'client-request-id': clientRequestId,
    };
    return next({ ...request, headers, clientRequestId });
  };
