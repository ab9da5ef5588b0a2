import { createHash, createPrivateKey, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { type Context, interactionPolicy, Provider } from 'oidc-provider';
import { generate } from 'selfsigned';
import { entraError, speakEntra } from './oidc-dialect.ts';
import { OidcStore } from './oidc-store.ts';

/** The tenants of the simulator, so that both can stand in for Microsoft together. */
export const contoso = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';
export const fabrikam = '78d010af-72cb-412f-8779-18ce9b5f553b';
const elsewhere = '99990000-1111-4222-8333-44445555cccc';

/** The apps that every tenant knows. */
export const apps = {
  person: '11110000-aaaa-4bbb-8ccc-000000000001',
  secret: '11110000-aaaa-4bbb-8ccc-000000000002',
  certificate: '11110000-aaaa-4bbb-8ccc-000000000003',
};
export const appSecret = 'a-secret-of-enough-length-0123456789';

const graph = 'https://graph.microsoft.com';
const permissions = ['SharePointCrossTenantMigration.Read.All', 'SharePointCrossTenantMigration.Manage.All'];
const resourceScopes = [...permissions, '.default'].map((name) => `${graph}/${name}`);

/** What an answer of the token endpoint may be instead of the provider's own. */
export type Refusal = { error: string; code: number; says: string };

type Options = {
  accessTokenSeconds?: number;
  intervalSeconds?: number;
  /** The name it goes by, where something on the way leads from that to its own address. */
  knownAs?: string;
};

/** What an app signs in with; also what the service itself signs with. */
export type AppKey = { cert: string; key: string };

export async function makeAppKey(): Promise<AppKey> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'crossorg test app' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  return { cert, key };
}

/** Real OpenID providers on loopback TLS, one a tenant, with the addresses and the words of Microsoft's. */
export class SignInService {
  /** Certificate of the authority that signed the server's. */
  readonly ca: string;
  readonly authority: string;
  /** Where it listens. */
  readonly address: string;
  /** `METHOD path` of each request. */
  readonly requests: string[] = [];
  /** The form of each request to a token endpoint. */
  readonly forms: Record<string, string>[] = [];
  /** Answers that the token endpoints give first, each once. */
  readonly refusals: Refusal[] = [];
  readonly #server: Server;
  readonly store = new OidcStore();
  readonly #issued: string[] = [];
  #made = 0;

  private constructor(server: Server, ca: string, knownAs?: string) {
    this.#server = server;
    this.ca = ca;
    this.address = `https://localhost:${(server.address() as AddressInfo).port}`;
    this.authority = knownAs ?? this.address;
  }

  /** Starts it, and lets this process trust its certificate. */
  static async start(appKey: AppKey, options: Options = {}): Promise<SignInService> {
    const { cert, private: key } = await generate([{ name: 'commonName', value: `crossorg test ${randomUUID()}` }], {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
      ],
    });
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), cert]);
    const server = createServer({ key, cert });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const service = new SignInService(server, cert, options.knownAs);
    service.#serve(appKey, options);
    return service;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #serve(appKey: AppKey, options: Options): void {
    const tenants = new Map([contoso, fabrikam].map((id) => [id, this.#tenant(id, appKey, options)]));
    this.#server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const [, id = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? [];
      this.requests.push(`${request.method} ${(request.url ?? '').replace(/\?.*/, '')}`);
      const tenant = tenants.get(id);
      if (tenant === undefined) response.writeHead(404).end();
      else if (rest.startsWith('/sign-in-page/')) void choose(tenant, request, response);
      else void this.#answer(tenant, `/${id}`, rest, request, response);
    });
  }

  async #answer(tenant: Provider, base: string, path: string, request: IncomingMessage, response: ServerResponse) {
    // The provider keeps `offline_access` only where consent is asked for; Microsoft does not mind.
    const url = path.replace('/v2.0/.well-known/', '/.well-known/').replace(/prompt=(\w+)/, 'prompt=$1%20consent');
    Object.assign(request, { originalUrl: `${base}${url}`, baseUrl: base, url });
    await tenant.callback()(request, response);
  }

  #tenant(id: string, appKey: AppKey, options: Options): Provider {
    const { adapter } = this.store;
    const provider: Provider = new Provider(`${this.authority}/${id}/v2.0`, {
      ...configurationOf(id, appKey, options, () => provider),
      adapter,
    });
    // Seeded: what a test makes of a code or a refresh token is the same in each run of it.
    for (const { prototype } of [provider.RefreshToken, provider.AuthorizationCode, provider.DeviceCode])
      prototype.generateTokenId = () => this.#nextText();
    provider.use(async (context, next) => {
      await speakEntra(context, next, options.intervalSeconds ?? 0.02);
      if (context.method === 'POST' && context.path.endsWith('/token')) this.#told(context);
    });
    return provider;
  }

  /** As long and as strange as what a provider makes up. */
  #nextText(): string {
    this.#made += 1;
    return createHash('sha256').update(`crossorg test ${this.#made}`).digest('base64url');
  }

  /** Every token it gave out. */
  issued = (): readonly string[] => this.#issued;

  #told(context: Context): void {
    this.forms.push(context.oidc?.body ?? {});
    const { access_token, refresh_token, id_token } = context.body;
    this.#issued.push(...[access_token, refresh_token, id_token].filter((token) => typeof token === 'string'));
    const refusal = context.status === 200 ? this.refusals.shift() : undefined;
    if (!refusal) return;
    context.status = 400;
    context.body = entraError(refusal.error, refusal.code, refusal.says);
  }
}

/** The sign-in page: what the person does there stands in the address. */
async function choose(tenant: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams } = new URL(request.url ?? '', 'https://localhost');
  const refused = entraError('access_denied', 65004, 'User declined to consent to access the app.');
  const { error, error_description } = refused;
  const result = searchParams.has('refuses')
    ? { error, error_description }
    : { login: { accountId: searchParams.get('as') ?? 'pat' }, select_account: {}, consent: {} };
  await tenant.interactionFinished(request, response, result);
}

const tenantOf = (id: string, account: string): string => (account === 'stranger' ? elsewhere : id);

const page = async (context: { body: unknown }, form = 'Done'): Promise<void> => {
  context.body = form;
};

type Grantable = { oidc: { client: { clientId: string }; session: { accountId: string } } };

function configurationOf(id: string, appKey: AppKey, options: Options, provider: () => Provider): object {
  return {
    clients: clientsWith(appKey),
    jwks: { keys: [createPrivateKey(appKey.key).export({ format: 'jwk' })] },
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    claims: { openid: ['sub', 'oid', 'tid'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    features: {
      deviceFlow: { enabled: true, userCodeInputSource: page, userCodeConfirmSource: page, successSource: page },
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graph,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: resourceScopes.join(' '),
          audience: graph,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    interactions: {
      policy: promptsOfEntra(),
      url: (_: unknown, { uid }: { uid: string }) => `/${id}/sign-in-page/${uid}`,
    },
    loadExistingGrant: async ({ oidc: { client, session } }: Grantable) => {
      const grant = new (provider().Grant)({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid profile offline_access email');
      grant.addResourceScope(graph, resourceScopes.join(' '));
      await grant.save();
      return grant;
    },
    findAccount: async (_: unknown, account: string) => ({
      accountId: account,
      claims: async () => ({
        sub: account,
        oid: `oid-${account}`,
        tid: tenantOf(id, account),
        name: `Person ${account}`,
        preferred_username: `${account}@contoso.example`,
      }),
    }),
    extraTokenClaims: async (_: unknown, token: { kind: string; accountId?: string; clientId: string }) =>
      token.kind === 'ClientCredentials'
        ? { tid: id, appid: token.clientId, roles: permissions }
        : { tid: tenantOf(id, token.accountId ?? ''), upn: `${token.accountId}@contoso.example` },
    issueRefreshToken: async () => true,
    rotateRefreshToken: false,
    ttl: {
      ...{ DeviceCode: 600, AuthorizationCode: 60, IdToken: 3600, AccessToken: options.accessTokenSeconds ?? 3600 },
      ...{ RefreshToken: 86_400, ClientCredentials: 3600, Session: 3600, Grant: 86_400, Interaction: 600 },
    },
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      device_authorization: '/oauth2/v2.0/devicecode',
      code_verification: '/devicelogin',
      jwks: '/discovery/v2.0/keys',
    },
    cookies: { keys: ['a-key-for-cookies'] },
  };
}

const clientsWith = (appKey: AppKey) => [
  {
    client_id: apps.person,
    token_endpoint_auth_method: 'none',
    application_type: 'native',
    grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token', 'authorization_code'],
    response_types: ['code'],
    redirect_uris: ['http://localhost'],
  },
  {
    client_id: apps.secret,
    client_secret: appSecret,
    token_endpoint_auth_method: 'client_secret_post',
    ...appAlone,
  },
  {
    client_id: apps.certificate,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'PS256',
    jwks: { keys: [publicJwk(appKey)] },
    ...appAlone,
  },
];

const appAlone = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [] };

const publicJwk = ({ key }: AppKey): object => {
  const { kty, n, e } = createPrivateKey(key).export({ format: 'jwk' });
  return { kty, n, e };
};

/** Microsoft's sign-in page can be told to ask which account is meant. */
function promptsOfEntra(): unknown {
  const prompts = interactionPolicy.base();
  // Consent is in the grant that everybody has.
  prompts.get('consent').checks.remove('native_client_prompt');
  prompts.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }));
  return prompts;
}
