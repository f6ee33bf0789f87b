import { createContext } from 'preact';

/** What a component deep inside a page can have done; components know no browser. The page provides it. */
export const PageActions = createContext<{
  /** Asks for the access to hosts that the person took back. */
  allowHosts: () => void;
}>({ allowHosts: () => undefined });
