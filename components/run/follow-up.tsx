import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { QuestionForm } from './question-form';

/** One more question about the text and the answers so far. */
export function FollowUp(props: { onFollowUp: (question: string) => void }) {
  const question = useSignal('');
  return (
    <QuestionForm
      question={question}
      label={i18n.t('run.followUp')}
      placeholder={i18n.t('run.followUpPlaceholder')}
      onAsk={() => {
        if (question.value.trim() === '') return;
        props.onFollowUp(question.value);
        question.value = '';
      }}
    />
  );
}
