import { Box, Text } from 'ink';
import { useLayoutEffect, useMemo } from 'react';
import { cleanText } from '../../../src/problems/clean.ts';
import { useContent } from '../../frame/content.ts';
import { truncateEnd } from '../../text/truncate.ts';
import { padEndTo, widthOf } from '../../text/width.ts';
import { wrapText } from '../../text/wrap.ts';
import { toneOf, useTheme } from '../../theme.ts';
import type { KeyResult } from '../keys/routing.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useReducerRef } from '../keys/use-reducer-ref.ts';
import { selectIntent } from './keys.ts';
import { focusedOf, openSelect, reduceSelect } from './state.ts';
import { hiddenText, shownChoices } from './view.ts';

export type Choice<V> = {
  value: V;
  label: string;
  /** Shown under the label. */
  description?: string;
  /** Shown at the right, for instance the origin of a default. */
  note?: string;
};

type Props<V> = {
  choices: readonly Choice<V>[];
  onChoose: (value: V) => void;
  /** Called when the focus moves. */
  onFocus?: (value: V) => void;
  /** Where the focus starts; the first choice when absent. */
  initial?: V;
  /** Numbers 1 to 9 before the labels; the digits choose in any case. */
  isNumbered?: boolean;
  /** An empty line between choices. */
  isSpaced?: boolean;
  height?: number;
  width?: number;
  isActive?: boolean;
};

/** A list to choose one from; more choices than fit scroll. Keys it has no use for go to the screen. */
export function SelectInput<V>(props: Props<V>) {
  const { choices, isActive = true } = props;
  const count = choices.length;
  const { state, latest, dispatch } = useReducerRef(reduceSelect, () =>
    openSelect(choices.findIndex(({ value }) => value === props.initial)),
  );
  useKeys(
    (key): KeyResult => {
      const intent = selectIntent(key, latest.current, count);
      if (intent.type === 'pass') return false;
      const before = focusedOf(latest.current, count);
      const isChosen = intent.type === 'choose';
      const next = dispatch(isChosen ? { type: 'focus', at: intent.at, count } : intent.action);
      const choice = choices[next.at];
      if (choice && next.at !== before) props.onFocus?.(choice.value);
      if (!isChosen || !choice) return 'edited';
      dispatch({ type: 'close' });
      props.onChoose(choice.value);
      return 'submitted';
    },
    { isActive, role: 'widget', onStayed: () => dispatch({ type: 'reopen' }) },
  );
  // A choice that led to an overlay and back again can be made once more.
  useLayoutEffect(() => {
    if (isActive && latest.current.closed) dispatch({ type: 'reopen' });
  }, [isActive, latest, dispatch]);
  return <Choices {...props} focused={isActive ? focusedOf(state, count) : -1} place={focusedOf(state, count)} />;
}

/** The description as lines under the label. */
function describe({ description = '' }: Choice<unknown>, width: number, indent: number): string {
  const clean = cleanText(description);
  const lines = clean === '' ? [] : wrapText(clean, width - indent);
  return lines.map((line) => ' '.repeat(indent) + line).join('\n');
}

/** The label's line and those of the description. */
const heightOf = (text: string): number => 1 + (text === '' ? 0 : text.split('\n').length);

/** `focused` is -1 where no pointer is shown; `place` is scrolled to. */
type ChoicesProps<V> = Props<V> & { focused: number; place: number };

function Choices<V>({ choices, focused, place, isNumbered = true, isSpaced = false, ...props }: ChoicesProps<V>) {
  const theme = useTheme();
  const content = useContent();
  const width = props.width ?? content.width;
  const indent = isNumbered ? 5 : 2;
  const texts = useMemo(() => choices.map((choice) => describe(choice, width, indent)), [choices, width, indent]);
  const heights = texts.map((text, index) => heightOf(text) + (isSpaced && index < choices.length - 1 ? 1 : 0));
  const shown = shownChoices(heights, place, props.height ?? content.height);
  const hidden = hiddenText(shown);
  return (
    <Box flexDirection="column" width={width}>
      {choices.slice(shown.from, shown.to).map((choice, offset) => {
        const index = shown.from + offset;
        return (
          <Box key={index} flexDirection="column" height={heights[index] ?? 1} flexShrink={0}>
            <ChoiceLine
              choice={choice}
              number={isNumbered ? index + 1 : null}
              isFocused={index === focused}
              width={width}
            />
            {texts[index] ? <Text {...toneOf('quiet', theme)}>{texts[index]}</Text> : null}
          </Box>
        );
      })}
      {hidden === '' ? null : <Text {...toneOf('quiet', theme)}>{' '.repeat(indent) + hidden}</Text>}
    </Box>
  );
}

type LineProps<V> = { choice: Choice<V>; number: number | null; isFocused: boolean; width: number };

function ChoiceLine<V>({ choice, number, isFocused, width }: LineProps<V>) {
  const theme = useTheme();
  const pointer = isFocused ? theme.symbols.pointer : ' ';
  const before = number === null ? `${pointer} ` : `${pointer} ${number < 10 ? number : ' '}  `;
  const note = cleanText(choice.note ?? '');
  const room = width - widthOf(before) - (note === '' ? 0 : widthOf(note) + 2);
  const label = truncateEnd(cleanText(choice.label), room, theme.symbols.ellipsis);
  return (
    <Text wrap="truncate-end">
      {before}
      <Text bold={isFocused}>{note === '' ? label : padEndTo(label, room)}</Text>
      {note === '' ? null : <Text {...toneOf('quiet', theme)}>{`  ${note}`}</Text>}
    </Text>
  );
}
