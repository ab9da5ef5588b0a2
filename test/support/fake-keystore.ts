import type { Keystore } from '../../src/ports/ports.ts';

/** A keystore that is a map; `isLocked` makes it answer nothing. */
export class FakeKeystore implements Keystore {
  readonly secrets = new Map<string, string>();
  isLocked = false;

  get = async (name: string) =>
    this.isLocked ? ({ ok: false } as const) : ({ ok: true, secret: this.secrets.get(name) ?? null } as const);
  set = async (name: string, secret: string) => {
    if (!this.isLocked) this.secrets.set(name, secret);
    return !this.isLocked;
  };
  remove = async (name: string) => {
    this.secrets.delete(name);
  };
}
