import { createContext } from 'preact';
import type { BuiltInState } from '@/utils/built-in/language-model';
import type { RunOverride } from '@/utils/runs/run';

/** What a component deep inside a page can have done; components know no browser. The page provides it. */
export const PageActions = createContext<{
  /** Asks for the access to hosts that the person took back, this one and those that are always needed. */
  allowHosts: (host: string) => void;
  /** Does what has failed with something else. Absent where nothing has. */
  retryWith?: (override: RunOverride) => void;
  /** Asks the browser for its own model; `undefined` where it has none. */
  readBuiltInState?: () => Promise<BuiltInState | undefined>;
  /** Asks Hugging Face for a permission. Absent where nobody is signed in to ask for. */
  grantScope?: (scope: string) => void;
  /** Signs an account out, and deletes its history. Absent where nobody can sign out. */
  signOut?: (sub: string) => void;
}>({ allowHosts: () => undefined });
