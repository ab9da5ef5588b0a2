import { Box, Text } from 'ink';
import { useContent } from '../../frame/content.ts';
import { Line } from '../../text/Line.tsx';
import { truncateEnd } from '../../text/truncate.ts';
import { widthOf } from '../../text/width.ts';
import { toneOf, useTheme } from '../../theme.ts';
import { Caret } from '../Caret.tsx';
import type { KeyResult } from '../keys/routing.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useReducerRef } from '../keys/use-reducer-ref.ts';
import { visiblePart } from '../TextInput/view.ts';
import { isConfirmKey, openConfirm, reduceConfirm } from './state.ts';

type Props = {
  /** What has to be typed: `yes`, a number of rows, a tenant's name. */
  word: string;
  /** Called once at most, with that word; give another `key` to ask again. */
  onConfirm: (word: string) => void;
  /** What typing the word does, as in "to submit". */
  purpose: string;
  isActive?: boolean;
};

/**
 * Asks for a word before something that cannot be undone. Keys read before it was painted are dropped, its whole
 * screen's included. Esc, Shift+Tab and whatever else it has no use for go to the screen.
 */
export function ConfirmInput({ word, onConfirm, purpose, isActive = true }: Props) {
  const theme = useTheme();
  const { width } = useContent();
  const { state, latest, dispatch } = useReducerRef(reduceConfirm, () => openConfirm(word));
  useKeys(
    (key): KeyResult => {
      if (latest.current.confirmed || !isConfirmKey(key)) return false;
      const next = dispatch({ type: 'key', key });
      if (!next.confirmed) return 'edited';
      onConfirm(word);
      return 'submitted';
    },
    { isActive, role: 'widget', discardTypeAhead: true, onPainted: () => dispatch({ type: 'painted' }) },
  );
  const mark = theme.symbols.ellipsis;
  const question = truncateEnd(`Type ${state.word} ${purpose}:  `, Math.floor(width * 0.7), mark);
  const { text, cursor } = visiblePart(state.letters, state.letters.length, width - widthOf(question), mark);
  const hint = `${theme.symbols.attention} Enter sends only after the whole word: ${state.word}`;
  return (
    <Box flexDirection="column">
      <Caret at={widthOf(question) + cursor} isShown={isActive && !state.confirmed}>
        <Text wrap="truncate-end">
          {question}
          <Text bold>{text}</Text>
        </Text>
      </Caret>
      <Line text={state.missing ? hint : ''} {...toneOf(state.missing ? 'attention' : 'plain', theme)} />
    </Box>
  );
}
