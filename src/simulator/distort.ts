import type { Fault } from './fault.ts';

/** Changes an answer's JSON as a fault says; most faults leave it alone. */
export function distorted(body: unknown, fault: Fault | null): unknown {
  switch (fault?.name) {
    case 'wrong-types':
      return withWrongTypes(body);
    case 'escape-sequences':
      return withEscapes(body);
    case 'wrong-echo':
      return withOtherEcho(body);
    default:
      return body;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapped = (body: unknown, change: (value: unknown, name: string) => unknown): unknown =>
  isRecord(body) ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name, change(value, name)])) : body;

/** Texts become numbers, objects become texts. */
const withWrongTypes = (body: unknown): unknown =>
  mapped(body, (value) => (typeof value === 'string' ? value.length : String(value)));

/** Puts what could drive a terminal into every message: colours, a bell, a changed window title, a clear screen. */
const withEscapes = (body: unknown): unknown =>
  mapped(body, (value, name) =>
    name === 'message' ? `\u001b]0;title\u0007\u001b[2J\u001b[31m${value}\u001b[0m\u202e\r` : withEscapes(value),
  );

/** The service says that it took something else than was asked. */
const withOtherEcho = (body: unknown): unknown =>
  mapped(body, (value, name) => (name === 'parameters' && isRecord(value) ? { ...value, validateOnly: true } : value));

/** What a proxy between the client and the service shows in place of an answer. */
export const proxyPage = (status: number): string =>
  `<!DOCTYPE html>\n<html><head><title>${status} Proxy</title></head><body><h1>The proxy could not pass this on</h1></body></html>\n`;

/** What a gateway says that cannot reach the service behind it. */
export const gatewayText = 'upstream connect error or disconnect/reset before headers';

/** Where a guest network sends everybody who has not signed in to it. */
export const signInPage = 'https://guest.network.invalid/sign-in';
