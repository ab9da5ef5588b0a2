const holdBack = '\u001B[?2026h';
const show = '\u001B[?2026l';
const alternate = { on: '\u001B[?1049h', off: '\u001B[?1049l' };
const emptyFromTop = '\u001B[H\u001B[J';

type Written = Parameters<NodeJS.WriteStream['write']>;

export type SteadyOutput = {
  /** What screens are drawn on, in place of the terminal's own stream. */
  stream: NodeJS.WriteStream;
  /** From here to as many releases what is written is kept, and then shown at once, on an emptied screen. */
  hold(): void;
  release(): void;
};

/**
 * A terminal that never shows a screen half redrawn. A window that was resized is drawn twice: once with what was laid out
 * for the old size, which may lack the first line or its right end, and then for the new one.
 */
export function steadyOutput(stdout: NodeJS.WriteStream): SteadyOutput {
  let holds = 0;
  let kept = '';
  let isOurs = false;
  const flush = (): void => {
    const text = kept.replaceAll(holdBack, '').replaceAll(show, '');
    kept = '';
    if (text !== '') stdout.write(`${holdBack}${emptyFromTop}${text}${show}`);
  };
  const write = (...written: Written): boolean => {
    const text = String(written[0]);
    const isLeaving = text.includes(alternate.off);
    if (isLeaving) isOurs = false;
    else if (text.includes(alternate.on)) isOurs = true;
    const isKept = holds > 0 && text !== '' && (isOurs || kept !== '');
    if (!isKept) return stdout.write(...written);
    kept += text;
    // What gives the terminal back does not wait: the process may end right after it.
    if (isLeaving) flush();
    return true;
  };
  return {
    stream: new Proxy(stdout, {
      get(target, name) {
        if (name === 'write') return write;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    hold() {
      holds += 1;
    },
    release() {
      holds -= 1;
      if (holds === 0) flush();
    },
  };
}
