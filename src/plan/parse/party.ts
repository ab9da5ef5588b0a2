import type { Known, Party, ResourceType } from '../answers.ts';
import type { Context, Parse, Unreadable } from '../question.ts';
import { err, ok, type Result } from '../result.ts';
import { isGuid } from './guid.ts';
import { parsePerson } from './person.ts';
import { quoted, readable, suggesting } from './readable.ts';
import { parseSite } from './site.ts';

type Read = Result<Party, Unreadable>;

/** One side of the move. While the type is not known, the shape of the text tells the kind. */
export const parseParty: Parse<Party> = readable((text, known, context) =>
  readAs(known.type ?? shapeOf(text), text, known, context),
);

const shapeOf = (text: string): ResourceType => {
  if (text.includes('/')) return 'site';
  return text.includes('@') || isGuid(text) || isGuid(text.replace(/^\{(.*)\}$/, '$1')) ? 'user' : 'group';
};

function readAs(type: ResourceType, text: string, known: Known, context: Context): Read {
  switch (type) {
    case 'user':
      return tagged(parsePerson(text, known, context), (person) => ({ kind: 'person', ...person }));
    case 'site':
      return tagged(parseSite(text, known, context), (url) => ({ kind: 'site', url }));
    case 'group':
      return tagged(readNickname(text), (mailNickname) => ({ kind: 'group', mailNickname }));
  }
}

const tagged = <V>(read: Result<V, Unreadable>, tag: (value: V) => Party): Read =>
  read.ok ? ok(tag(read.value)) : read;

/** Its characters and length are for the checks; an address is another kind of thing. */
function readNickname(text: string): Result<string, Unreadable> {
  if (text !== '' && !/[@/]/.test(text)) return ok(text);
  return err({
    what: `${quoted(text)} is not a mail nickname.`,
    why: 'A group is named by its mail nickname: the part of its mail address before the @.',
    next: 'Use the nickname alone, like finance-eu. For a site without a group choose the type site.',
    ...suggesting(/^(?:mailto:)?([^@/\s:]+)@[^@/]+$/i.exec(text)?.[1]),
  });
}
