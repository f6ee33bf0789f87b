import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { HistoryRow } from '@/utils/history/history-row';
import type { RequestKind, RequestResults } from '@/utils/messaging/protocol';
import type { Result } from '@/utils/result';

/** A row of the history, with what differs. */
export function historyRow(id: string, change: Partial<HistoryRow> = {}): HistoryRow {
  return {
    id,
    startedAt: 1_000,
    conversation: change.conversation ?? id,
    action: 'summarize',
    pageTitle: `Page ${id}`,
    question: null,
    quote: `Text ${id}`,
    preview: `Answer ${id}`,
    model: 'org/model',
    state: { kind: 'done', finish: 'stop' },
    ...change,
  };
}

/** Rows as a background would list them: so many, the newest with the highest number. */
export function historyRows(from: number, to: number): HistoryRow[] {
  const count = from - to + 1;
  return Array.from({ length: count }, (_value, index) =>
    historyRow(String(from - index), { startedAt: from - index }),
  );
}

type Answers = {
  [K in RequestKind]?: (message: Record<string, unknown>) => unknown;
};

/**
 * A background that answers requests as a test says, with the value or a promise of it; it keeps what it was
 * asked. What it has no answer to, it says `null` to. Call after `new FakeBackground()`.
 */
export function answerWith(answers: Answers): Record<string, unknown>[] {
  const sent: Record<string, unknown>[] = [];
  Object.assign(fakeBrowser.runtime, {
    sendMessage: async (message: { kind: RequestKind }) => {
      sent.push(message);
      const answer = answers[message.kind];
      try {
        return { ok: true, value: answer ? await answer({ ...message }) : null };
      } catch (error) {
        return { ok: false, error };
      }
    },
  });
  return sent;
}

/** An answer that comes when a test says so. */
export function later<K extends RequestKind>() {
  let resolve: (value: RequestResults[K]) => void = () => undefined;
  let reject: (error: (Result<unknown> & { ok: false })['error']) => void = () => undefined;
  const promise = new Promise<RequestResults[K]>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
