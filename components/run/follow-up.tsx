import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import type { RunControls } from './run-controls';
import { QuestionForm } from './question-form';

/** One more question about the text and the answers so far. It stays until it is taken. */
export function FollowUp(
  props: Pick<RunControls, 'onFollowUp'> & {
    /** What it sends and costs. */
    note: ComponentChildren;
  },
) {
  const question = useSignal('');
  const failure = useRequestFailure();
  const isAsking = useRef(false);
  const ask = async () => {
    const asked = question.value;
    if (isAsking.current || asked.trim() === '') return;
    isAsking.current = true;
    await failure.attempt(props.onFollowUp(asked));
    isAsking.current = false;
    // What was typed meanwhile stands.
    if (failure.error.value === undefined && question.value === asked) question.value = '';
  };
  return (
    <>
      <QuestionForm
        question={question}
        label={i18n.t('run.followUp')}
        placeholder={i18n.t('run.followUpPlaceholder')}
        onAsk={() => void ask()}
      />
      <RequestFailure error={failure.error} />
      {props.note}
    </>
  );
}
