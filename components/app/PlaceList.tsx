import { Box, Text } from 'ink';
import { useEffect } from 'react';
import { filteredPlaces } from '../../src/wizard/filter-places.ts';
import type { Place } from '../../src/wizard/screens.ts';
import { useContent } from '../frame/content.ts';
import { isCtrl } from '../inputs/keys/key.ts';
import { useKeys } from '../inputs/keys/use-keys.ts';
import { SelectInput } from '../inputs/SelectInput/SelectInput.tsx';
import { Line } from '../text/Line.tsx';
import { useTheme } from '../theme.ts';
import { placeChoices } from './place-rows.ts';

/** What stands below the list: the facts of a place, and what is under way there. */
const BELOW = 12;
const FEWEST_ROWS = 3;

type Props = {
  places: readonly Place[];
  focused: Place | undefined;
  /** Null while the keys of the screen count; a text once they filter. */
  filter: string | null;
  onFilter: (filter: string | null) => void;
  onFocus: (place: Place | undefined) => void;
  onChoose: (place: Place) => void;
};

/** The places to work in. While a filter is typed, letters belong to it and not to the screen. */
export function PlaceList({ places, focused, filter, onFilter, onFocus, onChoose }: Props) {
  const { height } = useContent();
  const { symbols } = useTheme();
  const shown = filter === null ? places : filteredPlaces(places, filter);
  const isLost = focused === undefined || !shown.includes(focused);
  useEffect(() => {
    if (isLost) onFocus(shown[0]);
  });
  return (
    <Box flexDirection="column" flexShrink={0}>
      {filter === null ? null : <Line text={`Only those with: ${filter}`} />}
      {shown.length === 0 ? <Text>No place has this in its name.</Text> : null}
      <SelectInput
        key={filter}
        choices={placeChoices(shown, symbols.ellipsis)}
        height={Math.max(FEWEST_ROWS, height - BELOW)}
        {...(focused === undefined ? {} : { initial: focused })}
        onChoose={onChoose}
        onFocus={onFocus}
      />
      {filter === null ? null : <FilterKeys key={`keys ${filter}`} filter={filter} onFilter={onFilter} />}
    </Box>
  );
}

type FilterProps = { filter: string; onFilter: (filter: string | null) => void };

/** Asked before the list: it stands after it, and comes anew with it. */
function FilterKeys({ filter, onFilter }: FilterProps) {
  useKeys(
    (key) => {
      if (key.kind === 'text') onFilter(filter + key.text);
      else if (key.kind === 'paste') onFilter(filter + key.lines.join(' '));
      else if (key.kind === 'backspace') onFilter(filter === '' ? null : filter.slice(0, -1));
      else if (isCtrl(key, 'u')) onFilter('');
      else if (key.kind === 'escape') onFilter(null);
      else return false;
      return true;
    },
    { role: 'widget' },
  );
  return null;
}
