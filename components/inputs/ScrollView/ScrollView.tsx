import { Box } from 'ink';
import { isValidElement, type ReactElement, useLayoutEffect } from 'react';
import { useContent } from '../../frame/content.ts';
import { Line } from '../../text/Line.tsx';
import { toneOf, useTheme } from '../../theme.ts';
import type { KeyResult } from '../keys/routing.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useReducerRef } from '../keys/use-reducer-ref.ts';
import { placeText, scrolled } from './state.ts';

type Props = {
  /** One entry is one line: cleaned text, cut at the right, or a `Text` of one line. */
  lines: readonly (string | ReactElement)[];
  height?: number;
  /** Told whether there is more than fits, so that scrolling means something. */
  onLong?: (isLong: boolean) => void;
  isActive?: boolean;
};

const replace = (_: number, top: number): number => top;

/** Shows the part of long text that fits; arrows, pages, Home and End move it. */
export function ScrollView({ lines, height, onLong, isActive = true }: Props) {
  const theme = useTheme();
  const content = useContent();
  const { state, latest, dispatch } = useReducerRef(replace, () => 0);
  const room = Math.max(1, height ?? content.height);
  const total = lines.length;
  const visible = total > room ? Math.max(1, room - 1) : room;
  const isLong = total > visible;
  useLayoutEffect(() => onLong?.(isLong), [onLong, isLong]);
  useKeys(
    (key): KeyResult => {
      const top = scrolled(key, latest.current, total, visible);
      if (top === undefined || !isLong) return false;
      dispatch(top);
      return 'edited';
    },
    { isActive, role: 'widget' },
  );
  const top = Math.max(0, Math.min(state, total - visible));
  const place = placeText(top, total, visible);
  const rows = lines.slice(top, top + visible).map((line, offset) => ({ at: top + offset, line }));
  return (
    <Box flexDirection="column" height={Math.min(room, Math.max(1, total))} flexShrink={0} overflow="hidden">
      {rows.map(({ at, line }) => (
        <Box key={at} height={1} flexShrink={0} overflow="hidden">
          {isValidElement(line) ? line : <Line text={line} />}
        </Box>
      ))}
      {place === '' ? null : <Line text={place} {...toneOf('quiet', theme)} />}
    </Box>
  );
}
