/** What is said where a file with many moves is chosen, in every front end. */

export const whichFile = 'Which file?';
export const fileExample = 'wave-2.csv';
export const fileForm =
  'A CSV file with one move on each line, and a first line that names the columns: type, source, target.';
export const fileRest = 'What the file leaves out comes from the profile. Reading sends nothing.';
export const fileToBegin = 'A file to begin with: crossorg wave --template';

/** A path as it was typed: terminals put quotes around a file that is dropped on them. */
export const pathTyped = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');
