import { render } from 'ink';
import { WizardApp } from '../../components/app/WizardApp.tsx';
import type { Theme } from '../../components/theme.ts';
import type { Streams } from '../ports/ports.ts';
import type { Farewell, Model } from '../wizard/screens.ts';

/** xterm's stack of titles; terminals without one ignore both. */
const keepTitle = '\u001B[22;2t';
const giveTitleBack = '\u001B[23;2t';

/** Shows the screens until they are left, on the alternate screen, and gives the terminal back as it was. */
export async function runScreens(model: Model, theme: Theme, streams: Streams): Promise<Farewell> {
  // Before the first frame: what is typed ahead would be echoed into it, and move it.
  streams.stdin.stream.setRawMode(true);
  streams.out.write(keepTitle);
  const app = render(<WizardApp model={model} theme={theme} />, {
    stdin: streams.stdin.stream,
    stdout: streams.raw.stdout,
    stderr: streams.raw.stderr,
    exitOnCtrlC: false,
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
    patchConsole: false,
  });
  const farewell = (await app.waitUntilExit()) as Farewell | undefined;
  streams.out.write(giveTitleBack);
  return farewell ?? { engine: null, findings: [] };
}
