import { createContext, useContext } from 'react';

/** One sentence that stands above the keys until the screen changes: what came of a key that changed nothing else. */
export const NoteContext = createContext<string | null>(null);

export const useNote = (): string | null => useContext(NoteContext);
