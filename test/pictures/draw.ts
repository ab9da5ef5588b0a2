// Plays the built program on the simulator, and writes pictures of its screens for light and for dark pages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { masked } from './masks.ts';
import { play } from './play.ts';
import { schemes } from './schemes.ts';
import { type Story, stories } from './stories.ts';
import { drawSvg } from './svg.ts';

const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

async function drawStory(story: Story): Promise<void> {
  const shown = play(program, ['demo']);
  try {
    await story(shown, (name, title) => {
      const rows = masked(shown.screen());
      for (const scheme of schemes) {
        const svg = drawSvg(rows, { scheme, title });
        writeFileSync(`${folder}${name}-${scheme.name}.svg`, svg);
        console.log(`docs/pictures/${name}-${scheme.name}.svg  ${(Buffer.byteLength(svg) / 1024).toFixed(1)} KB`);
      }
    });
  } finally {
    await shown.close();
  }
}

mkdirSync(folder, { recursive: true });
await Promise.all(stories.map(drawStory));
