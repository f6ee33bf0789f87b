import { lazy } from '@/components/ui/lazy';

/**
 * A conversation, loaded where there is one: with the lexer it is larger than the rest of a page. In one piece,
 * since what came later than the rest of a run would move it.
 */
export const LaterConversation = lazy(() =>
  import('./conversation').then((module) => module.Conversation),
);
