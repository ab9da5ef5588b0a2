import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Driver, startedAt, tasksUrl } from './driver.ts';

type Example = {
  title: string;
  request: { body: unknown };
  response: { status: number; body: Record<string, unknown> };
};

const folder = new URL('../fixtures/graph/', import.meta.url);

/** The published examples say fabrico; our target tenant is Fabrikam. */
const example = (file: string): Example =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8').replaceAll('fabrico', 'fabrikam'));

const creates = readdirSync(folder)
  .filter((name) => name.startsWith('create-'))
  .map((file) => ({ file, ...example(file) }));

const shapeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]))
    : typeof value;

describe('the published examples', () => {
  it.each(creates)('$title', async ({ request, response }) => {
    const { status, body } = await new Driver().call('POST', tasksUrl, { body: request.body });
    expect(status).toBe(response.status);
    const id = 'id' in response.body ? { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } : {};
    expect(body).toEqual({ ...response.body, ...id });
  });

  it('a finished site move has the published properties and the month without a zero', async () => {
    const driver = new Driver('clean', { paddedMonths: false });
    driver.now = startedAt + 60 * 24 * 3_600_000;
    await driver.call('POST', tasksUrl, { body: example('create-4-site-by-url.json').request.body });
    driver.pass(60);
    const { body } = await driver.readSite('https://contoso.sharepoint.com/sites/IT');
    const { targetOrganizationId: _, ...parameters } = example('get-1-site-completed.json').response.body
      .parameters as Record<string, unknown>;
    expect(shapeOf(body)).toEqual(shapeOf({ ...example('get-1-site-completed.json').response.body, parameters }));
    expect(body.startedDateTime).toMatch(/^2027-2-/);
  });
});
