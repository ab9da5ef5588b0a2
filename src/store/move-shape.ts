import { type Check, either, matches, orNull, text, time, word } from './shape.ts';

const person = either(matches({ by: word('upn'), upn: text }), matches({ by: word('id'), id: text }));
const site = matches({ url: text });
const group = matches({ mailNickname: text });

const destination = either(
  matches({ by: word('host'), host: text }),
  matches({ by: word('organization'), organizationId: text, location: orNull(text) }),
);

const common = { destination, start: either(word('now'), time), latestStart: orNull(time) };

const plan = either(
  matches({ type: word('user'), source: person, sourceUpn: orNull(text), target: person, ...common }),
  matches({ type: word('site'), source: site, target: site, ...common }),
  matches({ type: word('group'), source: group, target: group, ...common }),
);

const tenants = matches({ sourceTenantId: orNull(text), targetTenantId: orNull(text) });

/** A planned move, whole enough to be read. Whether it still is what its id says is checked before it is sent. */
export const move: Check = matches({ id: text, endpoint: text, plan, tenants });
