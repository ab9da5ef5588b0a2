import { openProfiles } from '../../src/commands/profile/named.ts';
import type { Profile } from '../../src/plan/profile.ts';
import { ok } from '../../src/plan/result.ts';
import { nodeClock, nodeRandom } from '../../src/ports/node-clock.ts';
import { createNodeFiles } from '../../src/ports/node-files.ts';
import { nodeLoopback } from '../../src/ports/node-loopback.ts';
import type { Clock } from '../../src/ports/ports.ts';
import { CommandLine } from './command-line.ts';
import { FakeKeystore } from './fake-keystore.ts';
import { apps, contoso, fabrikam } from './oidc.ts';
import { type Choice, Person } from './oidc-person.ts';

/** A computer with profiles, a keystore, a browser and a person in front of it. */
export class SigningIn {
  readonly computer: CommandLine;
  readonly keystore = new FakeKeystore();
  /** What the person does when the browser opens; null where none opens. */
  choice: Choice | null = {};
  readonly opened: string[] = [];

  constructor(clock: Clock = nodeClock) {
    this.computer = new CommandLine({ clock });
  }

  remove(): void {
    this.computer.remove();
  }

  /** What the computer has for signing in, for `CommandLine.run`. */
  get desk() {
    return {
      keystore: this.keystore,
      loopback: nodeLoopback,
      browser: {
        open: async (address: string) => {
          this.opened.push(address);
          if (this.choice === null) return false;
          void new Person(this.choice).signIn(address);
          return true;
        },
      },
    };
  }

  async save(profile: Profile): Promise<void> {
    const files = createNodeFiles({ random: nodeRandom, clock: nodeClock, platform: 'linux' });
    const folders = { config: `${this.computer.folder}/config`, state: '' };
    const saved = await openProfiles({ files, clock: nodeClock, folders }).change((profiles) =>
      ok({ profiles: new Map([...profiles, [profile.name, profile]]), value: null }),
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  }
}

export const profileAt = (authority: string, more: Partial<Profile> = {}): Profile => ({
  name: 'c2f',
  source: { tenantId: contoso, name: 'Contoso', domains: ['contoso.com'], hosts: [], clientId: apps.person },
  target: { tenantId: fabrikam, name: 'Fabrikam', domains: ['fabrikam.com'], hosts: [], clientId: apps.person },
  auth: 'browser',
  isReadOnly: false,
  authority,
  targetHost: 'https://fabrikam-my.sharepoint.com',
  targetOrgId: null,
  targetLocation: null,
  targetRule: null,
  window: null,
  zone: null,
  limits: { budget: null, maxPending: null },
  ...more,
});
