/** A terminal's own colours. */
export type Scheme = {
  name: 'light' | 'dark';
  ground: string;
  text: string;
  frame: string;
  /** Black, red, green, yellow, blue, magenta, cyan, white; then the same, bright. */
  colours: readonly string[];
};

export const schemes: readonly Scheme[] = [
  {
    name: 'light',
    ground: '#fdfdfc',
    text: '#22262b',
    frame: '#cdd2d8',
    colours: [
      ...['#22262b', '#b3202c', '#1a6b34', '#7a5200', '#1f56b5', '#7b3aa6', '#0b6674', '#6a7078'],
      ...['#4b5159', '#c8323c', '#237a3e', '#8a5f00', '#2f66c9', '#8f4cba', '#147585', '#8a9098'],
    ],
  },
  {
    name: 'dark',
    ground: '#15181d',
    text: '#dfe3e8',
    frame: '#3a4049',
    colours: [
      ...['#2b3038', '#f2777a', '#7fcf8f', '#e6bf5c', '#7fb0f5', '#cf9cf0', '#66c7d4', '#c5cad1'],
      ...['#7b828c', '#ff8f91', '#96e0a4', '#f3d07a', '#99c2ff', '#ddb3fa', '#82dbe6', '#f2f4f6'],
    ],
  },
];

/** How much of its colour dim text keeps. */
export const dimOpacity = 0.7;
