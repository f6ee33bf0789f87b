import { useSignalEffect, type ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { useRequestFailure } from '@/components/ui/use-request-failure';
import type { ActionId } from '@/utils/actions/action';
import { request } from '@/utils/messaging/request-client';
import type { useSelectedText } from './use-selected-text';

/** Starts an action on the text; says what is missing for it. One press at a time. */
export function useStart(props: {
  windowId: number;
  text: ReadonlySignal<string>;
  question: ReadonlySignal<string>;
  selected: ReturnType<typeof useSelectedText>;
  failure: ReturnType<typeof useRequestFailure>;
}): (action: ActionId) => Promise<void> {
  const { windowId, text, question, selected, failure } = props;
  const isStarting = useRef(false);
  const presses = useRef(0);
  useSignalEffect(() => {
    if (text.value.trim() !== '' && failure.error.peek()?.kind === 'no-text') {
      failure.show(undefined);
    }
  });
  return async (action) => {
    if (isStarting.current) return;
    failure.show(undefined);
    presses.current += 1;
    if (text.value === '') {
      const press = presses.current;
      const filled = await selected.whenRead();
      // The last press counts, and none for what was typed after it.
      if (press !== presses.current || (text.value !== '' && text.value !== filled)) return;
    }
    if (text.value.trim() === '') {
      failure.show({ kind: 'no-text' });
      selected.textBox.current?.focus();
      return;
    }
    if (action === 'ask' && question.value.trim() === '') {
      failure.show({ kind: 'no-question' });
      return;
    }
    const asked = action === 'ask' ? { question: question.value } : {};
    const input = { windowId, action, text: text.value, ...asked };
    isStarting.current = true;
    await failure.attempt(request('run.start', { ...input, ...selected.origin() }));
    isStarting.current = false;
  };
}
