import type { Model, Place, Work } from '../../src/wizard/screens.ts';
import type { KeyHint } from '../frame/layout.ts';
import { isCtrl, isText, type Key } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { isFilterable } from './place-rows.ts';
import type { Known } from './use-known.ts';

type Shown = { model: Model; place: Place | undefined; known: Known };

/** What the keys of the first screen do. */
export type WelcomeActs = {
  leave(): void;
  help(): void;
  watch(): void;
  copy(): boolean;
  goOn(): void;
  filter(): void;
  steps(): void;
  newProfile(): void;
  editProfile(): void;
};

export function useWelcomeKeys({ model, place, known }: Shown, act: WelcomeActs, isActive: boolean): void {
  const actOf = (key: Key): (() => unknown) | null => {
    if (isText(key, 'q') || key.kind === 'escape') return act.leave;
    if (isText(key, 'w') && known.chosen) return act.watch;
    if (isText(key, 'y') && known.chosen) return act.copy;
    if (key.kind === 'tab' && known.work.length > 1) return known.chooseNext;
    if (isText(key, 'd') && known.drafts.length > 0) return act.goOn;
    if (isText(key, '/') && isFilterable(model.places)) return act.filter;
    if (isText(key, 'f') && model.firstRun) return act.steps;
    if (isText(key, 'n') && model.changeProfile) return act.newProfile;
    if (isText(key, 'e') && model.changeProfile && place?.profile) return act.editProfile;
    return null;
  };
  useKeys(
    (key) => {
      const wanted = actOf(key);
      wanted?.();
      return wanted !== null;
    },
    { isActive },
  );
  useKeys(
    (key) => {
      if (isCtrl(key, 'c')) act.leave();
      else if (isText(key, '?') || key.kind === 'help') act.help();
      else return false;
      return true;
    },
    { role: 'global' },
  );
}

export const whileOpening: readonly KeyHint[] = [['Ctrl+C', 'leave']];
export const whileFiltering: readonly KeyHint[] = [
  ['Enter', 'open'],
  ['Up Down', 'move'],
  ['Esc', 'all places'],
];

export function keysFor({ model, place, known: { work, drafts, chosen } }: Shown): readonly KeyHint[] {
  return [
    ['Enter', 'open'],
    ...(model.places.length > 1 ? [['Up Down', 'move'] as const] : []),
    ...(isFilterable(model.places) ? [['/', 'filter'] as const] : []),
    ...(drafts.length > 0 ? [['d', 'continue the draft'] as const] : []),
    ...(chosen ? [['w', watchText(chosen, work)] as const] : []),
    ...(work.length > 1 ? [['Tab', 'the next one'] as const] : []),
    ...(chosen ? [['y', 'copy its command'] as const] : []),
    ...(model.firstRun ? [['f', 'first steps'] as const] : []),
    ...(model.changeProfile ? [['n', 'new profile'] as const] : []),
    ...(model.changeProfile && place?.profile ? [['e', 'edit it'] as const] : []),
    ['q', 'quit'],
  ];
}

/** A run with rows that are left is opened to go on with it. */
const watchText = (chosen: Work, work: readonly Work[]): string =>
  `${chosen.many && chosen.many.left > 0 ? 'resume' : 'watch'} ${chosen === work[0] ? 'the first one' : 'it'}`;
