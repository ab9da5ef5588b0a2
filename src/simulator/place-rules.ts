import { isSiteOf } from './addresses.ts';
import type { Rule } from './rule.ts';

const invalidCharacter = (character: string): Rule => ({
  code: '',
  applies: ({ source, target }) => `${source}${target}`.includes(character),
  text: ({ source, target }) => `Invalid character in ${source.includes(character) ? source : target}.`,
});

/** Failures of moving a site without a group. */
export const siteRules: readonly Rule[] = [
  invalidCharacter("'"),
  {
    code: 'MnAMoveJobWasNotCreated',
    applies: ({ site }) => site === null || site.template === 'RedirectSite#0',
    text: ({ sourceUrl }) => `The job was not created for source site ${sourceUrl}.`,
  },
  {
    code: 'MnAMoveJobCreationFailed',
    applies: ({ site }) => site?.template === 'GROUP#0',
    text: () => 'The job creation failed. Error: [The source site is connected to a Microsoft 365 group]',
  },
  {
    code: 'MnAMoveJobCreationFailed',
    applies: ({ world, targetUrl }) => !isSiteOf(world.target, targetUrl),
    text: ({ targetUrl }) =>
      `The job creation failed. Error: [The target URL ${targetUrl} is no site of the target tenant]`,
  },
];

/** Failures of moving the site of a group. */
export const groupRules: readonly Rule[] = [
  invalidCharacter('.'),
  {
    code: 'MnAMoveJobWasNotCreated',
    applies: ({ group }) => group === null || !group.hasSite,
    text: ({ sourceUrl }) => `The job was not created for source site ${sourceUrl}.`,
  },
  {
    code: 'MnAMoveJobCreationFailed',
    applies: ({ targetGroup }) => targetGroup === null,
    text: ({ target }) => `The job creation failed. Error: [The target group ${target} was not found]`,
  },
  {
    code: 'MnASiteMoveTargetUrlHasWriteConflict',
    applies: ({ targetGroup }) => targetGroup?.hasSite === true,
    text: ({ targetUrl }) => `The target tenant has a conflict for the site provided: ${targetUrl}`,
  },
];
