import type { Finding } from '../plan/finding.ts';
import { err, ok, type Result } from '../plan/result.ts';
import type { Database } from '../ports/ports.ts';
import type { LedgerEntry, RunHeader } from '../wave/entry.ts';
import { brokenRun, newerRun } from './ledger-findings.ts';
import { readEntry, readHeader } from './read-entry.ts';
import type { RunPlace } from './run-place.ts';

/** "xorg" in ASCII: tells a run's file from any other SQLite file. */
const applicationId = 0x786f7267;
const version = 1;

/** How a run was opened, and with how many rows. */
export type RunHead = { at: number; header: RunHeader; rows: number };

/** Makes the table in an empty file, all at once: a run's file has all of it or nothing. */
export function makeTable(database: Database): void {
  database.run('BEGIN IMMEDIATE');
  database.run(
    'CREATE TABLE entries (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL) STRICT',
  );
  for (const change of ['UPDATE', 'DELETE'])
    database.run(
      `CREATE TRIGGER no_${change.toLowerCase()} BEFORE ${change} ON entries
       BEGIN SELECT RAISE(ABORT, 'entries are only ever added'); END`,
    );
  database.run(`PRAGMA application_id = ${applicationId}`);
  database.run(`PRAGMA user_version = ${version}`);
  database.run('COMMIT');
}

/** Adds entries, all of them or none; they are on disk when this returns. */
export function append(database: Database, entries: readonly LedgerEntry[]): void {
  const values = entries.flatMap(({ at, kind, ...body }) => [Math.trunc(at), kind, JSON.stringify(body)]);
  database.run(`INSERT INTO entries (at, kind, body) VALUES ${entries.map(() => '(?, ?, ?)').join(', ')}`, ...values);
}

/** Nothing was ever written to this file. */
export const isUntouched = (database: Database): boolean =>
  pragma(database, 'application_id') === 0 && database.all('SELECT name FROM sqlite_schema LIMIT 1').length === 0;

/** Null when the file is a run of a version this program can read and add to. */
export function tableTrouble(database: Database, place: RunPlace): Finding | null {
  if (pragma(database, 'application_id') !== applicationId) return brokenRun(place, 'It is not a file of crossorg.');
  if (Number(pragma(database, 'user_version')) > version) return newerRun(place);
  const columns = database.all('PRAGMA table_info(entries)').map(({ name }) => name);
  return columns.join() === 'seq,at,kind,body' ? null : brokenRun(place, 'Its table is not the one crossorg makes.');
}

/** Every entry in the order of writing. A file with a gap, or with a line that is no entry, is read as broken as a whole. */
export function readEntries(database: Database, place: RunPlace): Result<readonly LedgerEntry[], Finding> {
  const damage = database.all('PRAGMA quick_check(1)')[0]?.quick_check;
  if (damage !== 'ok') return broken(place, 'A part of it is damaged or missing.');
  const entries: LedgerEntry[] = [];
  for (const stored of database.all('SELECT seq, at, kind, body FROM entries ORDER BY seq')) {
    const entry = readEntry(stored);
    const number = entries.length + 1;
    if (entry === null || stored.seq !== number) return broken(place, `Entry ${number} is missing or is no entry.`);
    if (number === 1 && entry.kind !== 'opened') return broken(place, 'It does not begin with the opening of a run.');
    entries.push(entry);
  }
  return ok(entries);
}

/** How a run was opened, for lists: without its rows, of which there may be thousands. Null while nothing is recorded. */
export function readHead(database: Database, place: RunPlace): Result<RunHead | null, Finding> {
  const stored = database.all(
    `SELECT seq, at, kind, json_extract(body, '$.header') AS header, json_array_length(body, '$.rows') AS rows
     FROM entries WHERE json_valid(body) ORDER BY seq LIMIT 1`,
  )[0];
  if (stored === undefined && database.all('SELECT 1 FROM entries LIMIT 1').length === 0) return ok(null);
  const header = stored?.seq === 1 && stored.kind === 'opened' ? readHeader(stored.header) : null;
  return header === null
    ? broken(place, 'It does not begin with the opening of a run.')
    : ok({ at: Number(stored?.at), header, rows: Number(stored?.rows) });
}

/** Whether a create of this run may still be open: a row about which nothing definite was recorded after its intent. */
export function mayBeOpen(database: Database): boolean {
  const open = database.all(
    `SELECT 1 FROM (
       SELECT seq, kind IN ('intended', 'unconfirmed') AS open, json_extract(body, '$.row') AS row FROM entries
       WHERE kind IN ('intended', 'unconfirmed', 'accepted', 'adopted', 'rejected', 'conflicted', 'unsent')
     ) GROUP BY row HAVING max(CASE WHEN open THEN seq ELSE 0 END) > max(CASE WHEN open THEN 0 ELSE seq END) LIMIT 1`,
  );
  return open.length > 0;
}

/** Whether every row of this run has a definite end, so that none of them can be sent again. */
export function isOver(database: Database): boolean {
  const [counts] = database.all(
    `SELECT (SELECT sum(json_array_length(body, '$.rows')) FROM entries WHERE kind = 'opened') AS rows,
            (SELECT count(DISTINCT json_extract(body, '$.row')) FROM entries
             WHERE kind IN ('accepted', 'adopted', 'rejected', 'conflicted')) AS ended`,
  );
  return Number(counts?.rows ?? 0) > 0 && Number(counts?.ended) >= Number(counts?.rows);
}

const broken = (place: RunPlace, detail: string): Result<never, Finding> => err(brokenRun(place, detail));

const pragma = (database: Database, name: string): unknown => database.all(`PRAGMA ${name}`)[0]?.[name];
