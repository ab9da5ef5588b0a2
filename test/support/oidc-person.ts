import type { Fetch } from '../../src/ports/ports.ts';

export type Page = { url: string; status: number; text: string };

export type Choice = {
  /** Who signs in; `pat` belongs to the tenant, `guest` too, `stranger` to another one. */
  as?: string;
  /** Presses cancel in place of signing in. */
  refuses?: boolean;
  /** Stops before the address that leads back to the program, as a browser on another computer has to. */
  staysAway?: boolean;
};

type Browse = Fetch | typeof fetch;

/** A browser with a person in front of it: follows redirects, keeps cookies, fills in forms. */
export class Person {
  readonly #cookies = new Map<string, string>();
  readonly #choice: Choice;
  readonly #fetch: Browse;

  /** `browse` is the way of their browser through the network. */
  constructor(choice: Choice = {}, browse: Browse = fetch) {
    this.#choice = choice;
    this.#fetch = browse;
  }

  /** Opens an address and goes on until there is nothing more to do. */
  async signIn(address: string): Promise<Page> {
    return this.#open(address, {});
  }

  /** Types a code where the device flow wants it, and signs in. */
  async enterCode(address: string, code: string): Promise<Page> {
    const asked = await this.#open(address, {});
    const confirm = await this.#submit(asked, { user_code: code });
    return this.#submit(confirm, {});
  }

  async #open(address: string, init: RequestInit): Promise<Page> {
    let url = new URL(address);
    let request = init;
    for (let hops = 0; hops < 15; hops += 1) {
      if (url.pathname.includes('/sign-in-page/')) this.#answer(url);
      if (this.#choice.staysAway && url.protocol === 'http:') return { url: url.href, status: 0, text: '' };
      const { method = 'GET', body } = request;
      const headers = this.#headers(request);
      const sent = body === undefined ? {} : { body: String(body) };
      const response = await this.#fetch(url.href, { method, headers, redirect: 'manual', ...sent });
      this.#remember(response);
      const location = response.headers.get('location');
      const text = await response.text();
      if (location === null) return { url: url.href, status: response.status, text };
      url = new URL(location, url);
      request = {};
    }
    throw new Error(`Too many redirects, the last to ${url}`);
  }

  #answer(url: URL): void {
    url.searchParams.set('as', this.#choice.as ?? 'pat');
    if (this.#choice.refuses) url.searchParams.set('refuses', 'yes');
  }

  #submit(page: Page, fields: Record<string, string>): Promise<Page> {
    const action = /action="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined) throw new Error(`No form on ${page.url}: ${page.status} ${page.text.slice(0, 300)}`);
    const body = new URLSearchParams();
    for (const [input] of page.text.matchAll(/<input[^>]*>/g)) {
      const name = /name="([^"]+)"/.exec(input)?.[1];
      if (name !== undefined) body.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? '');
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.#open(new URL(action, page.url).href, { method: 'POST', body });
  }

  #headers({ body }: RequestInit): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    return { cookie, ...form };
  }

  #remember(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      const isGone = pair.endsWith('=') || /expires=Thu, 01 Jan 1970/i.test(cookie);
      if (isGone) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
