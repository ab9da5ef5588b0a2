import { type Finding, finding } from '../plan/finding.ts';
import type { Session } from './state.ts';

/** What is typed to submit one plan. */
const submitWord = 'yes';

/** The word of a session: the target tenant's name on the first live use of a profile, afterwards yes. */
export const wordToSubmit = ({ targetWord }: Pick<Session, 'targetWord'>): string => targetWord ?? submitWord;

/** What typing it does, after "Type … ". */
export const purposeOfWord = ({ targetWord }: Pick<Session, 'targetWord'>): string =>
  targetWord === undefined ? 'to submit' : 'to submit (first live use)';

/** Null where a session may submit. */
export const whyNotSubmit = ({ saved }: Pick<Session, 'saved'>): Finding | null =>
  saved?.isReadOnly ? readOnly(saved.name) : null;

const readOnly = (name: string): Finding =>
  finding({
    field: 'profile',
    code: 'profileReadOnly',
    what: `Profile ${name} is read-only, so nothing is submitted with it.`,
    why: 'It asks for permission to read only. Dry runs and looks are possible.',
    next: [
      { do: 'Use a profile that may submit.', who: 'you', command: 'crossorg profile list' },
      { do: 'Or allow it in this one.', who: 'you', command: `crossorg profile edit ${name} --no-read-only` },
    ],
  });
