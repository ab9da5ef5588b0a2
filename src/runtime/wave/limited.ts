/** Works on many things, so many at a time, in their order; a thing that is not begun when `isOver` says so is left out. */
export async function limited<T>(
  things: readonly T[],
  { most, isOver }: { most: number; isOver: () => boolean },
  work: (thing: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < things.length && !isOver()) {
      const thing = things[next] as T;
      next += 1;
      await work(thing);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, things.length) }, worker));
}
