// Plays the built program on the simulator, and writes pictures of its screens for light and for dark pages.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { masked } from './masks.ts';
import { play } from './play.ts';
import { schemes } from './schemes.ts';
import { type Story, stories } from './stories.ts';
import { drawSvg } from './svg.ts';

const program = fileURLToPath(new URL('../../dist/crossorg.js', import.meta.url));
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** The pictures of one story, by the names of their files. */
async function picturesOf(story: Story): Promise<[string, string][]> {
  const shown = play(program, ['demo']);
  const pictures: [string, string][] = [];
  try {
    await story(shown, (name, title) => {
      const rows = masked(shown.screen());
      for (const scheme of schemes) pictures.push([`${name}-${scheme.name}.svg`, drawSvg(rows, { scheme, title })]);
    });
    return pictures;
  } finally {
    await shown.close();
  }
}

// All plays end, and clean up, before one that failed is told; the old pictures stay then.
const played = await Promise.allSettled(stories.map(picturesOf));
const pictures = played.flatMap((one) => {
  if (one.status === 'rejected') throw one.reason;
  return one.value;
});
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, svg] of pictures) {
  writeFileSync(`${folder}${name}`, svg);
  console.log(`docs/pictures/${name}  ${(Buffer.byteLength(svg) / 1024).toFixed(1)} KB`);
}
