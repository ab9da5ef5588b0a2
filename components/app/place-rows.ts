import { cleanText } from '../../src/problems/clean.ts';
import type { Place } from '../../src/wizard/screens.ts';
import type { Choice } from '../inputs/SelectInput/SelectInput.tsx';
import { truncateEnd } from '../text/truncate.ts';
import { padEndTo, widthOf } from '../text/width.ts';

/** From so many places on they can be filtered. */
const FILTERED = 6;
/** What the columns of a profile take at most: its name, its tenants. */
const NAME = 16;
const ABOUT = 34;

export const isFilterable = (places: readonly Place[]): boolean => places.length >= FILTERED;

/** With profiles each place is one row in columns; without, a name and what it is. */
export function placeChoices(places: readonly Place[], ellipsis: string): Choice<Place>[] {
  if (!places.some(({ profile }) => profile))
    return places.map((value) => ({ value, label: value.name, description: value.about, note: value.status }));
  const rows = places.map((value) => ({
    value,
    name: truncateEnd(cleanText(value.name), NAME, ellipsis),
    about: truncateEnd(cleanText(value.profile ? value.about : ''), ABOUT, ellipsis),
  }));
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));
  const [name, about] = [widest(rows.map((row) => row.name)), widest(rows.map((row) => row.about))];
  return rows.map((row) => ({
    value: row.value,
    label: `${padEndTo(row.name, name)}  ${padEndTo(row.about, about)}  ${cleanText(row.value.status)}`,
    ...(row.value.used ? { note: row.value.used } : {}),
  }));
}
