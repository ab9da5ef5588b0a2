import { createContext, useContext } from 'react';

/** The room inside a frame, in cells; not visible while the window is too small. */
export type Content = { width: number; height: number; isVisible: boolean };

export const ContentContext = createContext<Content>({ width: 78, height: 20, isVisible: true });

/** The room that the frame around leaves for its content. */
export const useContent = (): Content => useContext(ContentContext);
