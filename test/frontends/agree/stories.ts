import { addressStories } from './stories-addresses.ts';
import { nameStories } from './stories-names.ts';
import { pathStories } from './stories-paths.ts';
import { profileStories } from './stories-profiles.ts';
import { timeStories } from './stories-times.ts';
import type { Story } from './story.ts';

/** Every story that all drivers tell. */
export const stories: readonly Story[] = [
  ...nameStories,
  ...addressStories,
  ...timeStories,
  ...pathStories,
  ...profileStories,
];
