import { type Instance, render } from 'ink';
import { WizardApp } from '../../components/app/WizardApp.tsx';
import type { Theme } from '../../components/theme.ts';
import type { Ports, Signals } from '../ports/ports.ts';
import type { Farewell, Model } from '../wizard/screens.ts';
import { type SteadyOutput, steadyOutput } from './steady-output.ts';

/** xterm's stack of titles; terminals without one ignore both. */
const keepTitle = '\u001B[22;2t';
const giveTitleBack = '\u001B[23;2t';

/** Shows the screens until they are left, on the alternate screen, and gives the terminal back as it was. */
export async function runScreens(
  model: Model,
  theme: Theme,
  { streams, signals }: Pick<Ports, 'streams' | 'signals'>,
): Promise<Farewell> {
  // Before the first frame: what is typed ahead would be echoed into it, and move it.
  streams.stdin.stream.setRawMode(true);
  streams.out.write(keepTitle);
  const steady = steadyOutput(streams.raw.stdout);
  const app = render(<WizardApp model={model} theme={theme} />, {
    stdin: streams.stdin.stream,
    stdout: steady.stream,
    stderr: streams.raw.stderr,
    exitOnCtrlC: false,
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
    patchConsole: false,
  });
  const stopRedrawing = redrawOnResize(app, steady, streams.raw.stdout, signals);
  const farewell = (await app.waitUntilExit()) as Farewell | undefined;
  stopRedrawing();
  streams.out.write(giveTitleBack);
  return farewell ?? { engine: null, findings: [] };
}

/** After a resize all is drawn anew: the terminal may have cut or moved lines, and those of the old size may just have arrived. */
function redrawOnResize(app: Instance, output: SteadyOutput, stdout: NodeJS.WriteStream, signals: Signals): () => void {
  let isTold = false;
  const redraw = (): void => {
    isTold = true;
    output.hold();
    app.clear();
    // The first frame is still laid out for the old size: the components learn of the new one while it is drawn.
    void app.waitUntilRenderFlush().then(app.waitUntilRenderFlush).finally(output.release);
  };
  // Node tells of another size only. A window that was smaller for a moment has its size again, and its lines cut.
  const unlisten = signals.onResize(() => {
    if (!isTold) stdout.emit('resize');
    isTold = false;
  });
  stdout.prependListener('resize', redraw);
  return () => {
    unlisten();
    stdout.off('resize', redraw);
  };
}
