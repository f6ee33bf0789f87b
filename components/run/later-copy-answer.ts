import { lazy } from '@/components/ui/lazy';

/** Copying an answer, loaded with the first answer there is: a page without one is shown sooner. */
export const LaterCopyAnswer = lazy(() =>
  import('./copy-answer').then((module) => module.CopyAnswer),
);
