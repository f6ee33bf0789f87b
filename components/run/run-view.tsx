import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { CopyButton } from '@/components/ui/copy-button';
import { ErrorNotice } from '@/components/ui/notice';
import { actionTitle } from '@/utils/actions/action-title';
import { describeError } from '@/utils/errors/describe-error';
import { hasEnded, type RunSnapshot, type RunState } from '@/utils/runs/run';
import { Answer } from './answer';
import { Confirmation } from './confirmation';
import { QuestionForm } from './question-form';
import { Quote } from './quote';
import { RunStatus } from './run-status';

/** What a person can do with a run. */
export interface RunControls {
  onStop: () => void;
  onRetry: () => void;
  onConfirm: () => void;
  onAsk: (question: string) => void;
  onSignIn: () => void;
}

/** One run, from what it works on to its answer, with the controls that fit where it stands. */
export function RunView(props: {
  run: Omit<RunSnapshot, 'answer'>;
  answer: ReadonlySignal<string>;
  controls: RunControls;
  /** Shown where the run waits for a client id or a sign-in. */
  gate: ComponentChildren;
  hasQuote: boolean;
}) {
  const { run, answer, controls } = props;
  const { state } = run;
  const isBusy = state.kind === 'preparing' || state.kind === 'streaming';
  const hasText = answer.value !== '';
  return (
    <article class="run">
      <h2>
        {actionTitle(run.action)}{' '}
        {run.model && <span class="hint">{i18n.t('run.withModel', { model: run.model })}</span>}
      </h2>
      {props.hasQuote && <Quote run={run} />}
      {run.question && <p class="run-question">{run.question}</p>}
      <Held run={run} controls={controls} gate={props.gate} />
      {(hasText || isBusy) && <Answer key={run.id} answer={answer} isBusy={isBusy} />}
      <RunStatus state={state} hasText={hasText} />
      {state.kind === 'failed' && (
        <ErrorNotice description={describeError(state.error)} onSignIn={controls.onSignIn} />
      )}
      <div class="row run-controls">
        {isBusy && (
          <button type="button" class="button" onClick={controls.onStop}>
            {i18n.t('run.stop')}
          </button>
        )}
        {hasText && <CopyButton text={() => answer.value} />}
        {hasEnded(state) && canRetry(state) && (
          <button type="button" class="button button-quiet" onClick={controls.onRetry}>
            {i18n.t('run.tryAgain')}
          </button>
        )}
      </div>
    </article>
  );
}

/** A run that has no text cannot be done again. */
function canRetry(state: RunState): boolean {
  return !(state.kind === 'failed' && state.error.kind === 'no-text');
}

function Held(props: {
  run: Omit<RunSnapshot, 'answer'>;
  controls: RunControls;
  gate: ComponentChildren;
}) {
  const { run, controls } = props;
  const question = useSignal('');
  if (run.state.kind !== 'held') return null;
  switch (run.state.by) {
    case 'client-id':
    case 'sign-in':
      return <>{props.gate}</>;
    case 'question':
      return (
        <>
          <p class="hint">{i18n.t('run.holdQuestion')}</p>
          <QuestionForm
            question={question}
            takesFocus
            onAsk={() => controls.onAsk(question.value)}
          />
        </>
      );
    case 'confirmation':
      return (
        <Confirmation
          state={run.state}
          textLength={run.textLength}
          onConfirm={controls.onConfirm}
          onCancel={controls.onStop}
        />
      );
  }
}
