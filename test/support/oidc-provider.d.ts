declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** What the tests use of the provider; it ships no types of its own. */
  export type Context = {
    method: string;
    path: string;
    status: number;
    // biome-ignore lint/suspicious/noExplicitAny: JSON of every kind
    body: any;
    oidc?: { body?: Record<string, string> };
  };

  type Prompts = { add(prompt: unknown): void; get(name: string): { checks: { remove(reason: string): void } } };
  export const interactionPolicy: {
    base(): Prompts;
    Prompt: new (facts: { name: string; requestable: boolean }) => unknown;
  };

  type Kind = { prototype: { generateTokenId(): string } };

  export class Provider {
    constructor(issuer: string, configuration: object);
    Grant: new (facts: {
      accountId: string;
      clientId: string;
    }) => {
      addOIDCScope(scope: string): void;
      addResourceScope(resource: string, scope: string): void;
      save(): Promise<string>;
    };
    RefreshToken: Kind;
    AuthorizationCode: Kind;
    DeviceCode: Kind;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
