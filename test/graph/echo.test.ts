import { describe, expect, it } from 'vitest';
import { withoutEcho } from '../../src/graph/policies/echo.ts';
import type { Outcome, Outgoing } from '../../src/graph/policy.ts';

const token = 'opaque/token+of=an~admin';
const request = { call: 'read', headers: { Authorization: `Bearer ${token}` } } as unknown as Outgoing;

const meta = { status: 200, requestId: token, clientRequestId: '', date: null };

const through = (outcome: Outcome, from = request): Promise<Outcome> => withoutEcho(from, async () => outcome);

describe('a token that comes back', () => {
  it.each([
    { name: 'in an answer', json: { a: [{ b: `x ${token} y` }] } },
    { name: 'coded for a URL', json: { a: [{ b: `x ${encodeURIComponent(token)} y` }] } },
  ])('is taken out $name', async ({ json }) => {
    expect(await through({ ok: true, value: { meta, json, excerpt: `${token.slice(0, 9)}…` } })).toEqual({
      ok: true,
      value: { meta: { ...meta, requestId: '[secret]' }, json: { a: [{ b: 'x [secret] y' }] }, excerpt: '…' },
    });
  });

  it('is taken out of a failure', async () => {
    const error = { kind: 'unreadable', call: 'read', meta, looksLike: 'html', excerpt: `<p>${token}</p>` } as const;
    expect(JSON.stringify(await through({ ok: false, error }))).not.toContain(token);
  });

  it('leaves everything else as it is, numbers and nothing included', async () => {
    const json = { a: 1, b: null, c: [true, 'opaque…'], d: 'a word…' };
    const outcome: Outcome = { ok: true, value: { meta: { ...meta, requestId: null }, json, excerpt: '' } };
    const kept = { ...json, c: [true, '…'] };
    expect(await through(outcome)).toEqual({ ok: true, value: { ...outcome.value, json: kept } });
    expect(await through(outcome, { ...request, headers: {} })).toBe(outcome);
  });

  it('in an answer that is endlessly deep ends nothing', async () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(await through({ ok: true, value: { meta, json: deep, excerpt: '' } })).toMatchObject({ ok: true });
  });
});
