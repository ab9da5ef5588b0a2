import { describe, expect, it } from 'vitest';
import { checkEndpoint, defaultEndpoint, isLoopback } from '../../src/graph/endpoints.ts';

describe('the Graph address', () => {
  it.each([
    { text: defaultEndpoint, endpoint: defaultEndpoint, mode: 'live' },
    { text: ' https://graph.microsoft.com/beta/ ', endpoint: defaultEndpoint, mode: 'live' },
    { text: 'HTTPS://Graph.Microsoft.com:443/beta', endpoint: defaultEndpoint, mode: 'live' },
    { text: 'https://graph.microsoft.com/v1.0', endpoint: 'https://graph.microsoft.com/v1.0', mode: 'live' },
    {
      text: 'https://graph.microsoft.com:8443/beta',
      endpoint: 'https://graph.microsoft.com:8443/beta',
      mode: 'custom',
    },
    {
      text: 'https://graph.microsoft.com.example.org',
      endpoint: 'https://graph.microsoft.com.example.org',
      mode: 'custom',
    },
    { text: 'https://proxy.example.org/graph//', endpoint: 'https://proxy.example.org/graph', mode: 'custom' },
    { text: 'http://127.0.0.1:4000/beta', endpoint: 'http://127.0.0.1:4000/beta', mode: 'custom' },
    { text: 'http://localhost:4000', endpoint: 'http://localhost:4000', mode: 'custom' },
    { text: 'http://[::1]:4000', endpoint: 'http://[::1]:4000', mode: 'custom' },
  ])('can be $text', ({ text, endpoint, mode }) => {
    expect(checkEndpoint(text)).toEqual({ ok: true, value: { endpoint, mode } });
  });

  it.each([
    { name: 'http elsewhere', text: 'http://graph.microsoft.com/beta' },
    { name: 'http to a name that only looks local', text: 'http://localhost.example.org' },
    { name: 'http to a private network', text: 'http://192.168.0.1' },
    { name: 'a name in front', text: 'https://graph.microsoft.com@example.org/beta' },
    { name: 'a name and password', text: 'https://a:b@graph.microsoft.com/beta' },
    { name: 'a query', text: 'https://graph.microsoft.com/beta?a=b' },
    { name: 'an empty query', text: 'https://graph.microsoft.com/beta?' },
    { name: 'a fragment', text: 'https://graph.microsoft.com/beta#x' },
    { name: 'another scheme', text: 'ftp://graph.microsoft.com' },
    { name: 'a script', text: 'javascript:alert(1)' },
    { name: 'a bare host', text: 'graph.microsoft.com/beta' },
    { name: 'backslashes', text: 'https:\\\\graph.microsoft.com\\beta' },
    { name: 'a space inside', text: 'https://graph.microsoft.com/be ta' },
    { name: 'no host', text: 'https://' },
    { name: 'nothing', text: '' },
  ])('cannot be $name', ({ text }) => {
    expect(checkEndpoint(text)).toMatchObject({
      ok: false,
      error: {
        what: expect.stringMatching(/\.$/),
        why: expect.stringMatching(/\.$/),
        next: expect.stringContaining('https'),
      },
    });
  });

  it.each([
    { endpoint: 'http://127.0.0.1:4000/beta', here: true },
    { endpoint: 'https://localhost', here: true },
    { endpoint: defaultEndpoint, here: false },
    { endpoint: 'nonsense', here: false },
  ])('is on this computer for $endpoint: $here', ({ endpoint, here }) => {
    expect(isLoopback(endpoint)).toBe(here);
  });
});
