import type { RunPortEvent, ViewerMessage } from '@/utils/messaging/protocol';
import { infer } from './infer';

/** What is being answered here, by the id of what was asked. */
const underWay = new Map<string, AbortController>();

/** Answers what the background asks of the browser's own model, which only pages have, until it says stop. */
export function inferForBackground(
  event: Extract<RunPortEvent, { kind: 'infer' | 'stop-inferring' }>,
  send: (message: ViewerMessage) => void,
): void {
  const { id } = event;
  if (event.kind === 'stop-inferring') {
    underWay.get(id)?.abort();
    return;
  }
  const controller = new AbortController();
  underWay.set(id, controller);
  void infer(event, controller.signal, (text) => send({ kind: 'inferred', id, text })).then(
    (end) => {
      underWay.delete(id);
      if (end) send({ kind: 'inferred-end', id, end });
    },
  );
}
