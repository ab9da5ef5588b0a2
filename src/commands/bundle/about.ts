import { showsUnicode } from '../../frontends/ascii.ts';
import { isoTime } from '../../plan/iso.ts';
import type { Ports } from '../../ports/ports.ts';
import { catalogue } from '../../problems/catalogue/catalogue.ts';
import { version } from '../../version.ts';
import type { Section } from './section.ts';

/** The program and the computer it runs on, without their names. */
export function aboutSection({ clock, machine, streams, env }: Ports): Section {
  const { out, err, stdin } = streams;
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  return {
    title: 'Program and computer',
    lines: [
      `crossorg ${version}, output crossorg/1, ${catalogue.length} rules in the catalogue`,
      `Node ${plain(machine.node)} on ${plain(machine.platform)}, locale ${plain(machine.locale)}, zone ${plain(machine.zone)}`,
      `made ${isoTime(clock.now())}`,
      `terminal: in ${yes(stdin.isTTY)}, out ${yes(out.isTTY)}, err ${yes(err.isTTY)}, ${out.columns} by ${out.rows}`,
      `symbols: ${showsUnicode(env, machine.platform) ? 'all' : 'ASCII only'}`,
    ],
    files: [],
    hidden: [{ what: 'the name of this computer, and of its user', count: 2 }],
  };
}

const plain = (text: string): string => (/^[\w./+-]{1,60}$/.test(text) ? text : 'unknown');
