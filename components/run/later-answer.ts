import { lazy } from '@/components/ui/lazy';

/** The answer as Markdown, loaded while the first word is awaited: the lexer is larger than the rest of the page. */
export const LaterAnswer = lazy(() =>
  import('@/components/markdown/rendered-answer').then((module) => module.RenderedAnswer),
);
