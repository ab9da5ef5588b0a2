import { isTaken } from './directory.ts';
import type { Rule } from './rule.ts';

const longestAllowed = 400;

/** Looked at twice: when a move is asked for, and when its turn comes. The two lock numbers are from field notes. */
export const contentRules: readonly Rule[] = [
  {
    code: '-161',
    applies: ({ content }) => content?.lock === 'readOnly',
    text: ({ sourceUrl }) => `Error -161: the LockState of ${sourceUrl} is ReadOnly.`,
  },
  {
    code: '-102',
    applies: ({ content }) => content?.lock === 'noAccess',
    text: ({ sourceUrl }) => `Error -102: the LockState of ${sourceUrl} is NoAccess.`,
  },
  {
    code: 'MnATargetDomainIsAlreadyInSourceSiteUsers',
    applies: ({ content }) => content?.hasTargetGuests === true,
    text: ({ sourceUrl }) => `The source site ${sourceUrl} contains users with the target domain.`,
  },
  {
    code: 'MnASiteMoveTargetUrlHasWriteConflict',
    applies: ({ world, targetUrl }) => isTaken(world, targetUrl),
    text: ({ targetUrl }) => `The target tenant has a conflict for the site provided: ${targetUrl}`,
  },
];

/** What the service may say one day. */
const unheardOf = (code: string): Rule => ({
  code,
  applies: ({ content }) => content?.refusedWith === code,
  text: ({ sourceUrl }) => `${sourceUrl} is not eligible at present.`,
});

/** Looked at when a move is asked for only. */
export const readyRules: readonly Rule[] = [
  {
    code: 'MnATargetUrlNotValidForRename',
    applies: ({ content, targetUrl }) => targetUrl.length + (content?.longestPath ?? 0) > longestAllowed,
    text: ({ targetUrl }) =>
      `The target url ${targetUrl} including files exceeds the character limit of ${longestAllowed}.`,
  },
  {
    code: 'MnAMoveJobWasNotCreated',
    applies: ({ content }) => content?.jobRefused === true,
    text: ({ sourceUrl }) => `The job was not created for source site ${sourceUrl}.`,
  },
  unheardOf('SomethingNew'),
  unheardOf(''),
];
