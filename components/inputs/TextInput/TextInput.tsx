import { Box, Text } from 'ink';
import { useLayoutEffect } from 'react';
import { cleanText } from '../../../src/problems/clean.ts';
import { useContent } from '../../frame/content.ts';
import { truncateEnd } from '../../text/truncate.ts';
import { widthOf } from '../../text/width.ts';
import { toneOf, useTheme } from '../../theme.ts';
import { Caret } from '../Caret.tsx';
import type { KeyResult } from '../keys/routing.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useReducerRef } from '../keys/use-reducer-ref.ts';
import { completionAfter, type TextIntent, textIntent } from './keys.ts';
import { openText, reduceText, type TextState, textOf } from './state.ts';
import { visiblePart } from './view.ts';

type Props = {
  onSubmit: (text: string) => void;
  /** The text it opens with; give another `key` to open it anew. */
  initial?: string;
  onChange?: (text: string) => void;
  /** A paste of several lines, trimmed and without empty ones. Without this they are joined by spaces. */
  onPasteMany?: (lines: readonly string[]) => void;
  /** The whole text the typed one could become; shown after it, taken by Tab at the end, and by Enter. */
  complete?: (text: string) => string | undefined;
  /** Told whether something is offered that Tab and Enter take. */
  onOffer?: (isOffered: boolean) => void;
  /** Taken by Ctrl+Y. */
  suggestion?: string | undefined;
  /** Earlier inputs, newest first, for Up and Down. */
  recall?: readonly string[];
  /** Shown while nothing is typed. */
  example?: string;
  /** Shown at the right, for instance the origin of the value. */
  note?: string;
  width?: number;
  isActive?: boolean;
};

const nothing = () => undefined;
const NONE: readonly string[] = [];

/** A one-line text field. Keys it has no use for (Esc, Shift+Tab, Tab without a completion) go to the screen. */
export function TextInput(props: Props) {
  const { isActive = true, complete = nothing, recall = NONE, suggestion, onOffer } = props;
  const { state, latest, dispatch } = useReducerRef(reduceText, () => openText(props.initial ?? ''));

  const perform = (intent: TextIntent): KeyResult => {
    switch (intent.type) {
      case 'pass':
        return false;
      case 'edit': {
        const before = textOf(latest.current);
        const text = textOf(dispatch(intent.action));
        if (text !== before) props.onChange?.(text);
        return 'edited';
      }
      case 'pastedMany':
        if (!props.onPasteMany)
          return perform({ type: 'edit', action: { type: 'insert', text: intent.lines.join(' ') } });
        props.onPasteMany(intent.lines);
        return true;
      case 'submit':
        dispatch({ type: 'close' });
        props.onSubmit(intent.text);
        return 'submitted';
    }
  };
  useKeys((key) => perform(textIntent(key, latest.current, { complete, suggestion, recall })), {
    isActive,
    role: 'widget',
    onStayed: () => dispatch({ type: 'reopen' }),
  });
  const rest = isActive ? completionAfter(state, complete) : '';
  const isOffered = rest !== '';
  useLayoutEffect(() => onOffer?.(isOffered), [onOffer, isOffered]);
  return <Line {...props} state={state} isActive={isActive} rest={rest} />;
}

type LineProps = Props & { state: TextState; isActive: boolean; rest: string };

function Line({ state, isActive, rest, example = '', note = '', width }: LineProps) {
  const theme = useTheme();
  const content = useContent();
  const cells = width ?? content.width;
  const right = cleanText(note);
  const room = Math.max(8, cells - (right === '' ? 0 : widthOf(right) + 2));
  const mark = theme.symbols.ellipsis;
  const { text, cursor } = visiblePart(state.letters, isActive ? state.at : 0, room, mark);
  const offered = state.letters.length === 0 && rest === '' ? cleanText(example) : rest;
  // Without colour dim text may look like typed text.
  const shown = theme.colour || offered === '' ? offered : `[${offered}]`;
  return (
    <Box width={cells} justifyContent="space-between">
      <Caret at={cursor} isShown={isActive}>
        <Text wrap="truncate-end">
          {text}
          <Text {...toneOf('quiet', theme)}>{truncateEnd(shown, room - widthOf(text), mark)}</Text>
        </Text>
      </Caret>
      {right === '' ? null : <Text {...toneOf('quiet', theme)}>{right}</Text>}
    </Box>
  );
}
