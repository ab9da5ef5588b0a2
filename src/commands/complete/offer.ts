/** One thing that can stand at the cursor. */
export type Offer = { value: string; about: string };

/** The words that a placeholder such as `user|site|group` or `RUN|prune` lists; what is in capitals is only a name. */
export const wordsIn = (placeholder: string): readonly Offer[] =>
  placeholder.includes('|')
    ? placeholder.split('|').flatMap((value) => (/^[A-Z]+$/.test(value) ? [] : [{ value, about: '' }]))
    : [];
