import type { ChatMessage } from '@/utils/actions/messages';
import { startWatchdog, type Patience } from '@/utils/inference/watchdog';
import type { RunId } from './run';

/** What a view is to have the browser's own model answer, which the background doesn't have. */
export interface AskedOfView {
  runId: RunId;
  /** Of the run, whose views come into question. */
  windowId: number;
  messages: ChatMessage[];
  maxTokens: number;
}

/** Who hears the answer. */
export interface ViewListener {
  /** Aborting it ends the work of the view. */
  signal: AbortSignal;
  onText: (text: string) => void;
}

/**
 * Asks one view for an answer.
 *
 * @returns why the model stopped
 * @throws Failure; `interrupted` when the view has closed. The signal's reason when it was aborted
 */
export type AskView = (asked: AskedOfView, listener: ViewListener) => Promise<'stop' | 'length'>;

/** Before the first word, the browser may have to download the model: some GB. Milliseconds. */
const PATIENCE: Patience = {
  firstByteMs: 60 * 60_000,
  betweenBytesMs: 60_000,
  inAllMs: 70 * 60_000,
};

/** Asks a view as `askView` does, but not for ever. @throws Failure `stalled`, too */
export async function askViewPatiently(
  askView: AskView,
  asked: AskedOfView,
  { signal, onText }: ViewListener,
): Promise<'stop' | 'length'> {
  const watchdog = startWatchdog(PATIENCE);
  try {
    return await askView(asked, {
      signal: AbortSignal.any([signal, watchdog.signal]),
      onText: (text) => {
        watchdog.touch();
        onText(text);
      },
    });
  } finally {
    watchdog.stop();
  }
}
