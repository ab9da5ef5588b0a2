import { expect, test } from 'vitest';
import { dimOpacity, type Scheme, schemes } from './schemes.ts';

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => {
  const at = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
};

const mixed = (front: Rgb, back: Rgb, share: number): Rgb => {
  const [r, g, b] = front.map((part, at) => part * share + (back[at] ?? 0) * (1 - share));
  return [r ?? 0, g ?? 0, b ?? 0];
};

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: Rgb, two: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Red to cyan, and the same bright: what a theme says something with. */
const tones = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14];

const readable = ({ ground, text, colours }: Scheme): [string, Rgb][] => [
  ['text', rgbOf(text)],
  ['dim text', mixed(rgbOf(text), rgbOf(ground), dimOpacity)],
  ...tones.map((tone): [string, Rgb] => [`colour ${tone}`, rgbOf(colours[tone] ?? ground)]),
];

test.each(schemes)('text and colours can be read on the ground: $name', (scheme) => {
  const weak = readable(scheme).filter(([, colour]) => contrast(colour, rgbOf(scheme.ground)) < 4.5);
  expect(weak.map(([name]) => name)).toEqual([]);
});

test.each(schemes)('a terminal has 16 colours: $name', ({ colours }) => {
  expect(colours).toHaveLength(16);
  expect(colours.filter((colour) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
});
