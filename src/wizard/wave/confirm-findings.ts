import { type Finding, finding } from '../../plan/finding.ts';
import { quoted } from '../../plan/parse/readable.ts';
import type { Session } from '../state.ts';
import { counted } from './wave-summary.ts';

type Profiled = Pick<Session, 'profile'>;

/** Capitals count; an accent may be composed in either way. */
export const isTarget = (name: string, target: string): boolean =>
  name.trim().normalize('NFC') === target.normalize('NFC');

export const wrongTarget = (name: string, { profile }: Profiled, target: string): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmTargetWord',
    what: `${name.trim() === '' ? 'Nothing' : quoted(name.trim())} is not the target tenant of profile ${profile}. Nothing was sent.`,
    why: `The target of this profile is called ${quoted(target)}.`,
    next: 'Check that this is the profile you mean. If it is, type that name.',
  });

export const targetNotNamed = ({ profile }: Profiled, target: string): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmTargetMissing',
    what: `Profile ${profile} has not been used live yet, and its target is not confirmed.`,
    why: 'The first time, the name of the target tenant comes before the number, so that it is the right one.',
    next: `Type ${target}, then the number.`,
  });

export const wrongNumber = (word: string, count: number): Finding =>
  finding({
    field: 'confirm',
    code: 'confirmWord',
    what: `${word.trim() === '' ? 'No number' : quoted(word.trim())} is not how many rows would be sent. Nothing was sent.`,
    why: `${counted(count, 'row is', 'rows are')} ready, and exactly ${count === 1 ? 'it is' : 'they are'} confirmed.`,
    next: `Type ${count}, or go back.`,
  });
