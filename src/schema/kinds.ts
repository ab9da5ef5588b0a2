import type { TObject } from 'typebox';
import { kindOf } from './document.ts';
import { followingDocuments } from './documents/following.ts';
import { helpingDocuments } from './documents/helping.ts';
import { movingDocuments } from './documents/moving.ts';
import { profileDocuments } from './documents/profiles.ts';
import { reportingDocuments } from './documents/reporting.ts';
import { runningDocuments } from './documents/running.ts';
import { signingInDocuments } from './documents/signing-in.ts';
import { simulatingDocuments } from './documents/simulating.ts';

/**
 * Every kind of document that a command can print. A new kind is added to a file of `documents/`; every output of the
 * test suite is held to these, so a field that is not described fails there.
 */
const all: readonly TObject[] = [
  ...movingDocuments,
  ...followingDocuments,
  ...runningDocuments,
  ...profileDocuments,
  ...reportingDocuments,
  ...helpingDocuments,
  ...signingInDocuments,
  ...simulatingDocuments,
];

export const documents: ReadonlyMap<string, TObject> = new Map(all.map((document) => [kindOf(document), document]));
