import Type from 'typebox';
import { address, anyText, count, oneNumberOf, oneOf, orNull, text } from '../basics.ts';
import { documentOf, timeZone } from '../document.ts';
import { findings, nextSteps } from '../finding.ts';
import { exitCodes, fields, retries, speakers } from '../words.ts';

export const entry = Type.Object(
  {
    code: text('Stable.'),
    field: oneOf(fields, { description: 'What it is about.' }),
    what: text('What happened.'),
    why: text('Why.'),
    next: nextSteps('What to do, the first thing first.'),
    link: orNull(address('https.'), 'A page about it.'),
    retry: oneOf(retries),
    exit: oneNumberOf(exitCodes),
    about: oneOf(speakers, { description: 'Who speaks.' }),
  },
  { $id: 'Entry', title: 'Entry of the catalogue', description: 'What an error means and what to do.' },
);

const hidden = Type.Object({ what: text('What it is.'), count: count('How many.') });

export const helpingDocuments = [
  documentOf('explain', {
    title: 'An explanation',
    description: 'What is known about an error.',
    body: {
      asked: anyText('What was asked; empty for everything.'),
      entry: orNull(entry, 'What fits best; null when nothing is known about it.'),
      entries: Type.Array(entry, { description: 'All that fits, best first.' }),
    },
  }),
  documentOf('bundle', {
    title: 'A support bundle',
    description: 'What it holds, what it leaves out, and where it was written.',
    body: {
      path: orNull(text('The file.'), 'Null when nothing was written.'),
      parts: Type.Array(Type.Object({ title: text('What it is about.'), lines: count('How many lines.') }), {
        description: 'What it tells, part by part.',
      }),
      files: Type.Array(
        Type.Object({ name: text('Below the folders of crossorg.'), lines: count('Lines taken in.') }),
        {
          description: 'Which files went into it.',
        },
      ),
      redactions: Type.Array(hidden, { description: 'What was left out, or made unreadable.' }),
      leftOut: Type.Array(hidden, { description: 'Files that are not touched.' }),
    },
  }),
  documentOf('error', {
    title: 'A failure',
    description: 'A command that ended before there was a plan, a task or a run to tell of.',
    body: { findings, timeZone: Type.Optional(timeZone) },
  }),
  documentOf('completion', {
    title: 'A completion script',
    description: 'From crossorg completion: what a shell reads to complete command lines.',
    body: { shell: text('The shell.'), lines: Type.Array(anyText('One line.'), { description: 'The script.' }) },
  }),
  documentOf('schema', {
    title: 'A schema',
    description: 'With --events only: without it, crossorg schema prints the schema itself.',
    body: { definition: Type.Object({}, { description: 'A JSON Schema (draft 2020-12).' }) },
  }),
];
