import type { Report } from '../../wave/report.ts';
import { csvText } from './csv-text.ts';

/** The people of a run as a file for a mail merge, how many there are, and how many moves are not in it. */
export type PeopleFile = { text: string; people: number; noPeople: number; noAddress: number };

/**
 * One line a person. Sites and groups are left out: a letter cannot be sent to an address of a page. So are people of
 * whom one address is not known: a letter with a gap is worse than none.
 */
export function peopleFile({ rows }: Pick<Report, 'rows'>): PeopleFile {
  const persons = rows.flatMap(({ person, state }) => (person === null ? [] : [{ ...person, state }]));
  const lines = persons.flatMap(({ oldAddress, newAddress, state }) =>
    oldAddress === null || newAddress === null ? [] : [[oldAddress, newAddress, state]],
  );
  return {
    text: csvText([['oldAddress', 'newAddress', 'state'], ...lines]),
    people: lines.length,
    noPeople: rows.length - persons.length,
    noAddress: persons.length - lines.length,
  };
}
