import { cleanText } from '../../src/problems/clean.ts';
import type { Mode } from '../../src/wave/entry.ts';
import { truncateMiddle } from '../text/truncate.ts';
import { widthOf } from '../text/width.ts';
import type { Symbols } from '../theme.ts';

/** What the first line says. Profile, tenants and mode belong to every frame once they are chosen. */
export type Title = {
  /** After the program's name, where there is no profile yet: "choose a profile". */
  subject?: string;
  profile?: string | null;
  source?: string | null;
  target?: string | null;
  mode?: Mode | null;
};

const PROGRAM = 'crossorg';
/** A name cut shorter than this says nothing any more. */
const SHORTEST_NAME = 6;

/** The left part of the first line; long names lose their middle, no name is lost. */
export function titleText(title: Title, width: number, symbols: Symbols): string {
  const { profile, subject, source, target } = title;
  const names = [profile, source, target, subject].map((name) =>
    truncateMiddle(cleanText(name ?? ''), width, symbols.ellipsis),
  );
  const whole = join(names, symbols);
  let room = Math.max(...names.map(widthOf));
  let text = whole;
  while (widthOf(text) > width && room > SHORTEST_NAME) {
    room -= 1;
    text = join(
      names.map((name) => truncateMiddle(name, room, symbols.ellipsis)),
      symbols,
    );
  }
  return truncateMiddle(text, width, symbols.ellipsis);
}

function join([profile = '', source = '', target = '', subject = '']: readonly string[], symbols: Symbols): string {
  const tenants = [source, target].filter((name) => name !== '').join(` ${symbols.arrow} `);
  return [PROGRAM, profile, tenants, subject].filter((part) => part !== '').join(` ${symbols.dot} `);
}
