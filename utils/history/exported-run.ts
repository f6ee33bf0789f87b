import type { StoredRun } from '@/utils/journal/stored-run';

/** What a file of exported runs says it is. */
export const EXPORT_FORMAT = 'companion-runs';

/** Grows when an older extension could not read the file rightly. */
export const EXPORT_VERSION = 1;

/**
 * An ended run in a file, whole: all that is kept of it, but for what means nothing elsewhere. Absent keys
 * are absent in the JSON.
 */
export interface ExportedRun extends Omit<
  StoredRun,
  'windowId' | 'underWay' | 'confirmed' | 'unread'
> {
  /** The selected text; none in a follow-up. */
  text?: string | undefined;
  /** Markdown, as it came. */
  answer: string;
  /** Empty where the model showed none. */
  reasoning: string;
}
