type Payload = Record<string, unknown> & {
  uid?: string;
  userCode?: string;
  grantId?: string;
  exp?: number;
  consumed?: number;
};

/** What a provider remembers, in a map. Nothing runs out by itself: the provider looks at the times. */
export class OidcStore {
  readonly #kept = new Map<string, Payload>();

  /** For the provider's configuration: one view for each kind of thing. */
  adapter = (kind: string) => {
    const key = (id: string) => `${kind}:${id}`;
    const among = (test: (payload: Payload) => boolean) =>
      [...this.#kept].find(([name, payload]) => name.startsWith(`${kind}:`) && test(payload))?.[1];
    return {
      upsert: async (id: string, payload: Payload) => void this.#kept.set(key(id), payload),
      find: async (id: string) => this.#kept.get(key(id)),
      findByUid: async (uid: string) => among((payload) => payload.uid === uid),
      findByUserCode: async (code: string) => among((payload) => payload.userCode === code),
      destroy: async (id: string) => void this.#kept.delete(key(id)),
      consume: async (id: string) => void Object.assign(this.#kept.get(key(id)) ?? {}, { consumed: 1 }),
      revokeByGrantId: async (grantId: string) => this.#forget((payload) => payload.grantId === grantId),
    };
  };

  /** Refresh tokens are worth nothing from now on, as when an admin revokes sessions. */
  revokeAll(): void {
    for (const name of this.#kept.keys()) if (name.startsWith('RefreshToken:')) this.#kept.delete(name);
  }

  /** Device codes that nobody has used yet are too old from now on. */
  expireCodes(): void {
    for (const [name, payload] of this.#kept) if (name.startsWith('DeviceCode:')) payload.exp = 1;
  }

  #forget(test: (payload: Payload) => boolean): void {
    for (const [name, payload] of this.#kept) if (test(payload)) this.#kept.delete(name);
  }
}
