import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNodeFetch } from '../../src/ports/node-fetch.ts';
import type { Env } from '../../src/ports/ports.ts';
import { confirmed, userMove } from '../support/moves.ts';
import { contoso, makeAppKey, SignInService } from '../support/oidc.ts';
import { Person } from '../support/oidc-person.ts';
import { InspectingProxy, type Manner, overTls } from '../support/proxy.ts';
import { type Place, serving } from '../support/served.ts';
import { profileAt, SigningIn } from '../support/signing-in.ts';

const microsoft = 'https://login.microsoftonline.com';

let service: SignInService;
let graph: Place;
let place: SigningIn;
let proxy: InspectingProxy;
beforeAll(async () => {
  service = await SignInService.start(await makeAppKey(), { knownAs: microsoft });
});
afterAll(() => service.close());
beforeEach(async () => {
  graph = await serving();
  place = new SigningIn(graph.computer.clock);
  await place.save(profileAt(microsoft, { authority: null, auth: 'device' }));
  proxy = await InspectingProxy.start({ hosts });
  hosts['graph.microsoft.com'] = { to: graphOrigin(), headers: withItsOwnToken };
});
afterEach(async () => {
  place.remove();
  await proxy.close();
  await graph.close();
});

const graphOrigin = () => new URL(graph.computer.env.CROSSORG_GRAPH_URL ?? '').origin;

/** Graph takes the tokens of the sign-in service; the simulator behind it wants its own. */
const withItsOwnToken: NonNullable<NonNullable<Manner['hosts']>[string]['headers']> = (headers) => {
  const isGood = service.issued().some((token) => headers.authorization === `Bearer ${token}`);
  return { ...headers, authorization: isGood ? `Bearer ${graph.token}` : 'Bearer bad' };
};

const hosts: NonNullable<Manner['hosts']> = {
  'graph.microsoft.com': { to: '' },
  'login.microsoftonline.com': { to: '' },
};

/** A command on a computer whose only way out is the proxy. */
async function run(argv: string[], env: Env = { HTTPS_PROXY: proxy.url }, onSaid?: (said: string) => void) {
  hosts['login.microsoftonline.com'] = { to: service.address };
  const fetch = createNodeFetch(env);
  return place.computer.run(argv, { desk: place.desk, fetch, onSaid: ({ err }) => onSaid?.(err) });
}

const c2f = ['--profile', 'c2f'];
const moving = [...userMove(), ...confirmed, '--confirm-target', 'Fabrikam', ...c2f, '--json'];

/** Types the code that is shown, in a browser that knows the same way out. */
function typing(): (said: string) => void {
  let isDone = false;
  return (said) => {
    const [, address, code] = /Open: (\S+)\nCode: (\S+)\n/.exec(said) ?? [];
    if (isDone || !address || !code) return;
    isDone = true;
    void new Person({}, createNodeFetch({ HTTPS_PROXY: proxy.url })).enterCode(address, code);
  };
}

describe("behind a proxy with a root of its own, at Microsoft's own names", () => {
  it('a person signs in by code, and their move goes through to the end', async () => {
    proxy.rollOut();
    const signedIn = await run(['login', ...c2f], undefined, typing());
    expect(signedIn.exitCode).toBe(0);
    const { exitCode, json } = await run([...moving, '--watch']);
    expect({ exitCode, mode: json.mode, state: json.task.state }).toEqual({
      ...{ exitCode: 0, mode: 'live', state: 'completed' },
    });
    expect(json.source.tenantId).toBe(contoso);
    expect(new Set(proxy.asked)).toEqual(new Set(['login.microsoftonline.com:443', 'graph.microsoft.com:443']));
  });

  const page = '<!DOCTYPE html><html><title>Blocked</title></html>';
  const ways: { name: string; manner: Manner; trusted: boolean; login: string; move: string }[] = [
    {
      ...{ name: 'refuses', manner: { refuses: 403 }, trusted: true },
      ...{ login: 'networkProxy', move: 'networkProxy' },
    },
    {
      ...{ name: 'wants a sign-in', manner: { wants: 'mia:pw' }, trusted: true },
      ...{ login: 'networkProxyAuth', move: 'networkProxyAuth' },
    },
    {
      ...{ name: 'has a root that nobody rolled out', manner: {}, trusted: false },
      ...{ login: 'networkTls', move: 'networkTls' },
    },
    {
      ...{ name: 'shows a page of its own', manner: { page }, trusted: true },
      ...{ login: 'networkPage', move: 'unreadableHtml' },
    },
  ];

  it.each(ways)('that $name, the sign-in says so', async ({ manner, trusted, login }) => {
    if (trusted) proxy.rollOut();
    proxy.manner = { hosts, ...manner };
    const { exitCode, codes, json } = await run(['login', ...c2f, '--json']);
    expect({ exitCode, codes }).toEqual({ exitCode: 7, codes: [login] });
    expect(json.findings[0].why).toContain('login.microsoftonline.com');
  });

  it.each(ways)('that $name, the call to Graph says so', async ({ manner, trusted, move }) => {
    if (trusted) proxy.rollOut();
    proxy.manner = { hosts, ...manner };
    place.computer.env = { ...place.computer.env, CROSSORG_ACCESS_TOKEN: graph.token };
    const { codes, json } = await run([...moving, '--dry-run']);
    expect(codes).toContain(move);
    expect(json.submitted).toBe(0);
  });
});

describe('on the way', () => {
  const ways = [
    { name: 'the proxy is not there', env: { HTTPS_PROXY: 'http://127.0.0.1:1' }, code: 'networkProxyDown' },
    {
      ...{ name: 'nobody knows the name of the proxy', env: { HTTPS_PROXY: 'http://proxy.contoso.invalid:80' } },
      code: 'networkProxyDown',
    },
  ];

  it.each(ways)('where $name, sign-in and Graph say the same', async ({ env, code }) => {
    expect(await run(['login', ...c2f, '--json'], env)).toMatchObject({ exitCode: 7, codes: [code] });
    place.computer.env = { ...place.computer.env, CROSSORG_ACCESS_TOKEN: graph.token };
    const { codes } = await run([...moving, '--dry-run'], env);
    expect(codes).toContain(code);
  });

  it('a Graph on this computer is reached over TLS past the proxy, and gets the token of a sign-in', async () => {
    proxy.rollOut();
    await run(['login', ...c2f], undefined, typing());
    const near = await overTls(graphOrigin());
    const { json, calls } = await run([...moving, '--dry-run', '--graph-url', `${near.url}/beta`]);
    near.close();
    expect(json.mode).toBe('custom');
    expect(new Set(proxy.asked)).toEqual(new Set(['login.microsoftonline.com:443']));
    // The simulator behind it knows no token but its own.
    expect(calls.some((call) => call.startsWith(`POST ${near.url}/beta/`))).toBe(true);
    expect(json.findings[0].code).toBe('http401');
  });
});
