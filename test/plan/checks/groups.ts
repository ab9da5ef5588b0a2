import { group, sourceId } from '../support/given.ts';
import type { Row } from './row.ts';

const letters = (count: number) => 'a'.repeat(count);

export const groupsRows: readonly Row[] = [
  ['a plain group', group, []],
  ['the same nickname on both sides', { ...group, target: 'finance' }, []],
  ['a nickname at the limit', { ...group, source: letters(64) }, []],
  ['a nickname over the limit', { ...group, source: letters(65) }, ['error source nicknameTooLong']],
  ['a nickname with an umlaut', { ...group, source: 'büro' }, ['error source nicknameNotAscii']],
  ['a display name', { ...group, target: 'Finance EU' }, ['error target nicknameHasSpace']],
  ...['(', ')', '\\', '[', ']', '"', ';', ':', '<', '>', ','].map(
    (character): Row => [
      `the forbidden character ${character}`,
      { ...group, target: `fin${character}ance` },
      ['error target nicknameForbiddenCharacter'],
    ],
  ),
  ['a period', { ...group, source: 'finance.eu' }, ['error source nicknamePeriod']],
  ['a period in front', { ...group, target: '.finance' }, ['error target nicknamePeriod']],
  ['an apostrophe', { ...group, source: "chef's" }, ['warning source nicknameApostrophe']],
  ['an object id', { ...group, source: sourceId }, ['warning source nicknameLooksLikeId']],
];
