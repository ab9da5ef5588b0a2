import { Box } from 'ink';
import { type ReactNode, useMemo } from 'react';
import { Line } from '../text/Line.tsx';
import { type Content, ContentContext, useContent } from './content.ts';
import { KeyLine } from './KeyLine.tsx';
import { drawnSize, isShort, isTooSmall, type KeyHint, keyLines } from './layout.ts';
import { useNote } from './note.ts';
import { Overflow } from './Overflow.tsx';
import { Rule } from './Rule.tsx';
import { SmallWindow } from './SmallWindow.tsx';
import { StepBar, type Steps } from './StepBar.tsx';
import { TitleLine } from './TitleLine.tsx';
import type { Title } from './title.ts';
import { useWindowSize } from './use-window-size.ts';
import { Window } from './Window.tsx';

/** Where no key shows what is cut. */
export const LARGER = 'a larger window shows all';

type Props = {
  title: Title;
  /** Only keys that work right now; the first says how to go on, the last how to get out. */
  keys: readonly KeyHint[];
  steps?: Steps;
  /** `F1` on screens with a text field. */
  helpKey?: '?' | 'F1';
  /** What stands where the content is cut. */
  cutText?: string;
  /** The command that goes on without a window, shown when this one is too small. */
  lineCommand?: string;
  children?: ReactNode;
};

/** A whole screen: title, rule, steps, content, keys on the last drawn line. The window's last row and column stay empty. */
export function Frame({ title, keys, steps, helpKey = '?', children, ...rest }: Props) {
  const size = useWindowSize();
  const { cutText = LARGER, lineCommand = 'crossorg --line' } = rest;
  const isSmall = isTooSmall(size);
  const isVisible = useContent().isVisible && !isSmall;
  const { width, height } = drawnSize(size);
  const hints = keyLines(keys, width - 1);
  const note = useNote();
  const stepRows = isShort(size) ? 1 : 2;
  const room = height - 2 - (steps ? stepRows : 0) - hints.length - (note === null ? 0 : 1);
  const content = useMemo<Content>(
    () => ({ width: Math.max(1, width - 2), height: Math.max(1, room), isVisible }),
    [width, room, isVisible],
  );
  // A screen that does not fit is hidden, not thrown away: typed text comes back with the window's size.
  return (
    <Window>
      {isSmall ? <SmallWindow size={size} title={title} lineCommand={lineCommand} /> : null}
      <Box flexDirection="column" width={width} height={height} overflow="hidden" display={isSmall ? 'none' : 'flex'}>
        <TitleLine title={title} width={width} helpKey={helpKey} />
        <Rule width={width} />
        {steps ? <StepBar {...steps} width={width} rows={stepRows} /> : null}
        <ContentContext value={content}>
          <Overflow text={cutText}>{children}</Overflow>
        </ContentContext>
        {note === null ? null : <Line text={` ${note}`} width={width} />}
        <KeyLine lines={hints} width={width} />
      </Box>
    </Window>
  );
}
