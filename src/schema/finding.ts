import Type from 'typebox';
import { address, oneOf, orNull, text } from './basics.ts';
import { actors, fields, origins, severities } from './words.ts';

export const nextStep = Type.Object(
  {
    do: text('What to do, in a sentence.'),
    who: oneOf(actors, { description: 'Who can do it.' }),
    command: Type.Optional(text('The command that does it, as it can be pasted into a shell.')),
  },
  { $id: 'NextStep', title: 'Next step', description: 'One thing to do.' },
);

const serviceWords = Type.Object(
  {
    status: orNull(Type.Integer(), 'The HTTP status; null when the words stand on a task.'),
    code: Type.String({ description: 'Its code, which may be empty.' }),
    message: Type.String({ description: 'Its message, which may be empty.' }),
  },
  { $id: 'ServiceWords', title: 'Words of the service', description: 'What the service said, cleaned but unchanged.' },
);

const filePlace = Type.Object(
  {
    line: Type.Integer({ minimum: 1, description: 'The line, counted from 1.' }),
    column: orNull(Type.Integer({ minimum: 1 }), 'The column, counted from 1.'),
    columnName: orNull(Type.String(), 'What the column is called.'),
    value: orNull(Type.String(), 'What stands there.'),
    expected: orNull(Type.String(), 'An example of what belongs there, or the choices.'),
  },
  { $id: 'FilePlace', title: 'Place in a file', description: 'Where in a file a finding stands.' },
);

export const finding = Type.Object(
  {
    severity: oneOf(severities),
    field: oneOf(fields, { description: 'What it is about.' }),
    code: text("Stable: the service's own code where it has one. crossorg explain CODE says more."),
    from: oneOf(origins, { description: 'Where it comes from.' }),
    what: text('What happened.'),
    why: text('Why it matters, or what it comes from.'),
    next: Type.Array(nextStep, { minItems: 1, description: 'What to do about it, the first thing first.' }),
    link: orNull(address('https.'), 'A page about it.'),
    service: orNull(serviceWords, 'What the service said; null when it said nothing.'),
    requestId: orNull(Type.String(), 'The request-id of the answer, for Microsoft support.'),
    clientRequestId: orNull(Type.String(), 'The client-request-id that was sent.'),
    suggestion: Type.Optional(Type.String({ description: 'A text that, put in place of the value, mends it.' })),
    at: Type.Optional(filePlace),
  },
  { $id: 'Finding', title: 'Finding', description: 'What a check or the service says: what, why and what to do next.' },
);

export const findings = Type.Array(finding, { description: 'What there is to say, errors and warnings.' });
export const nextSteps = (description: string) => Type.Array(nextStep, { description });
