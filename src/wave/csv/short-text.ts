/** No answer is longer, and nobody reads more of what stands in a cell by mistake. */
const longest = 6000;

export const isTooLong = (text: string): boolean => text.length > longest;

/** What a finding says of a cell: a whole file in one cell is not repeated by every finding about it. */
export const shortText = (text: string): string => (isTooLong(text) ? `${text.slice(0, longest)}...` : text);
