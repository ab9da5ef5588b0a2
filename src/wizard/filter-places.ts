import type { Place } from './screens.ts';

/** The places that have every word of the text in their name or in what is said about them. */
export function filteredPlaces(places: readonly Place[], filter: string): readonly Place[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const hasAll = ({ name, about }: Place) => words.every((word) => `${name} ${about}`.toLowerCase().includes(word));
  return places.filter(hasAll);
}
