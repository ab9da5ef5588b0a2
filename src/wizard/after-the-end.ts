import type { ResourceType } from '../plan/answers.ts';

/** What to do after a move has completed. */
export const afterCompletion: { readonly [K in ResourceType]: readonly string[] } = {
  user: [
    'Sign in at the target as this person, or ask them to, and open a few files.',
    'They sign in to the sync client with the new account; it syncs everything anew.',
    'Old links redirect as long as the source tenant exists.',
  ],
  site: [
    'Open the site at the target, and make a target admin its site administrator.',
    'Recreate what does not move: workflows, apps, and flows that point to the old address.',
    'Old links redirect as long as the source tenant exists.',
  ],
  group: [
    "Open the group's site at the target and check its files.",
    'Teams chats and channels do not move: only the files of the site do.',
    'Old links redirect as long as the source tenant exists.',
  ],
};

/** After a move that failed. */
export const sourceCheck =
  'The service does not say how far it got. Check that the source is writable. We did not change it.';
