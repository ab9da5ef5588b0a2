import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createNodeFetch } from '../../src/ports/node-fetch.ts';
import { proxiesOf } from '../../src/ports/node-proxy.ts';
import type { Env } from '../../src/ports/ports.ts';
import { faultOfThrown } from '../../src/problems/thrown.ts';
import { InspectingProxy, type Manner } from '../support/proxy.ts';

const service = createServer((request, response) => response.end(`${request.method} ${request.url}`));
let home: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
afterAll(() => service.close());

const open: InspectingProxy[] = [];
afterEach(async () => {
  for (const proxy of open.splice(0)) await proxy.close();
});

/** A proxy that is trusted unless said otherwise. */
async function proxyWith(manner: Manner = {}, isTrusted = true): Promise<InspectingProxy> {
  const proxy = await InspectingProxy.start({ hosts: { 'graph.microsoft.com': { to: home } }, ...manner });
  open.push(proxy);
  if (isTrusted) proxy.rollOut();
  return proxy;
}

const get = (env: Env, url = 'https://graph.microsoft.com/beta') =>
  createNodeFetch(env)(url, { method: 'GET', headers: {}, redirect: 'manual' });

const faultOf = (env: Env, url?: string) =>
  get(env, url).then(
    (response) => `answered ${response.status}`,
    (error: unknown) => faultOfThrown(error),
  );

describe('through a proxy', () => {
  it('that inspects with a root of its own, a call reaches its service', async () => {
    const proxy = await proxyWith();
    expect(await (await get({ HTTPS_PROXY: proxy.url })).text()).toBe('GET /beta');
    expect(proxy.asked).toEqual(['graph.microsoft.com:443']);
  });

  const named: { name: string; env: (url: string) => Env }[] = [
    { name: 'in lower case', env: (url) => ({ https_proxy: url }) },
    { name: 'without a scheme', env: (url) => ({ HTTPS_PROXY: url.replace('http://', '') }) },
    { name: 'for http alone, which is better than no way', env: (url) => ({ HTTP_PROXY: url }) },
    { name: 'with other hosts left out', env: (url) => ({ HTTPS_PROXY: url, NO_PROXY: 'contoso.com, .corp' }) },
  ];
  it.each(named)('it may be named $name', async ({ env }) => {
    const proxy = await proxyWith();
    expect(await (await get(env(proxy.url))).text()).toBe('GET /beta');
    expect(proxy.asked).toHaveLength(1);
  });

  it('with a name and a password in its address it lets the call through', async () => {
    const proxy = await proxyWith({ wants: 'mia:s3cret@x' });
    const withName = proxy.url.replace('http://', 'http://mia:s3cret%40x@');
    expect(await (await get({ HTTPS_PROXY: withName })).text()).toBe('GET /beta');
    expect(await faultOf({ HTTPS_PROXY: proxy.url })).toMatchObject({ reason: 'proxyAuth', reached: 'no' });
  });
});

describe('past the proxy', () => {
  const left = [
    { name: 'its host', noProxy: 'graph.contoso.invalid' },
    { name: 'its domain', noProxy: 'localhost,.contoso.invalid' },
    { name: 'everything', noProxy: '*' },
  ];
  it.each(left)('goes a call when NO_PROXY names $name', async ({ noProxy }) => {
    const proxy = await proxyWith();
    const env = { HTTPS_PROXY: proxy.url, NO_PROXY: noProxy };
    expect(await faultOf(env, 'https://graph.contoso.invalid/beta')).toMatchObject({ reason: 'dns' });
    expect(proxy.asked).toEqual([]);
  });

  it('goes a call to this computer, and that of a machine for its own identity', async () => {
    const proxy = await proxyWith();
    expect(await (await get({ HTTP_PROXY: proxy.url }, `${home}/x`)).text()).toBe('GET /x');
    expect(proxy.asked).toEqual([]);
    expect(proxiesOf({ HTTPS_PROXY: proxy.url })?.noProxy).toBe('169.254.169.254');
  });
});

describe('each way to fail has its name', () => {
  it.each([
    { name: 'a proxy that refuses', manner: { refuses: 403 }, reason: 'proxy' },
    { name: 'a proxy that finds no way itself', manner: { refuses: 502 }, reason: 'proxy' },
    { name: 'a proxy that wants a sign-in', manner: { wants: 'mia:pw' }, reason: 'proxyAuth' },
  ])('$name', async ({ manner, reason }) => {
    const proxy = await proxyWith(manner);
    expect(await faultOf({ HTTPS_PROXY: proxy.url })).toMatchObject({ reason, reached: 'no' });
  });

  it('a root that nobody rolled out', async () => {
    const proxy = await proxyWith({}, false);
    expect(await faultOf({ HTTPS_PROXY: proxy.url })).toMatchObject({ reason: 'tls', reached: 'no' });
  });

  it.each([
    {
      name: 'a proxy whose name nobody knows',
      url: 'http://proxy.contoso.invalid:8080',
      detail: /ENOTFOUND|EAI_AGAIN/,
    },
    { name: 'a proxy that is switched off', url: 'http://127.0.0.1:1', detail: /ECONNREFUSED/ },
    { name: 'a proxy of another kind', url: 'socks5://127.0.0.1:1080', detail: /No http or https address/ },
    { name: 'no address at all', url: 'http://[', detail: /No http or https address/ },
    { name: 'a stray % in its password', url: 'http://mia:p%w@127.0.0.1:1', detail: /No http or https address/ },
    { name: 'more than an address', url: 'http://127.0.0.1:1/proxy?x=y#z', detail: /ECONNREFUSED/ },
  ])('$name', async ({ url, detail }) => {
    const fault = await faultOf({ HTTPS_PROXY: url });
    expect(fault).toMatchObject({ reason: 'proxyDown', reached: 'no', detail: expect.stringMatching(detail) });
  });

  it('a name that nobody knows, without a proxy', async () => {
    expect(await faultOf({}, 'https://graph.contoso.invalid/beta')).toMatchObject({ reason: 'dns', reached: 'no' });
  });
});
