import type { Policy } from '../policy.ts';

/** A token goes only where the endpoint is. Another address here is a bug of ours, so it throws. */
export const withinBaseUrl =
  (endpoint: string): Policy =>
  async (request, next) => {
    const straight = URL.parse(request.url)?.href === request.url;
    if (!straight || !request.url.startsWith(`${endpoint}/`))
      throw new Error(`A ${request.call} call would have left the endpoint ${endpoint}`);
    return next(request);
  };
