import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { CopyButton } from '@/components/ui/copy-button';
import { ErrorNotice } from '@/components/ui/notice';
import { actionTitle } from '@/utils/actions/action-title';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { hasEnded, type RunSnapshot, type RunState } from '@/utils/runs/run';
import { Answer } from './answer';
import { Confirmation } from './confirmation';
import { QuestionForm } from './question-form';
import { Quote } from './quote';
import { precededBy, type RunControls } from './run-controls';
import { RunStatus } from './run-status';

/** One run, from what it works on to its answer, with the controls that fit where it stands. */
export function RunView(props: {
  run: Omit<RunSnapshot, 'answer'>;
  answer: ReadonlySignal<string>;
  controls: RunControls;
  /** Shown where the run waits for a client id or a sign-in, and where a new sign-in is what helps. */
  gate: ComponentChildren;
  hasQuote: boolean;
}) {
  const { run, answer } = props;
  const { state } = run;
  const article = useRef<HTMLElement>(null);
  // A control that has done its work goes away, and the focus would go with it.
  const controls = precededBy(() => article.current?.focus(), props.controls);
  const isBusy = state.kind === 'preparing' || state.kind === 'streaming';
  const hasText = answer.value !== '';
  return (
    <article ref={article} class="run" tabIndex={-1} aria-labelledby="run-title">
      <h2 id="run-title">
        {actionTitle(run.action)}{' '}
        {run.model && <span class="hint">{i18n.t('run.withModel', { model: run.model })}</span>}
      </h2>
      {props.hasQuote && <Quote run={run} />}
      {run.question && <p class="run-question">{run.question}</p>}
      <Held run={run} controls={controls} gate={props.gate} />
      {(hasText || isBusy) && <Answer key={run.id} answer={answer} isBusy={isBusy} />}
      <RunStatus state={state} hasText={hasText} />
      {state.kind === 'failed' && <Failed error={state.error} gate={props.gate} />}
      <div class="row run-controls">
        {isBusy && (
          <button type="button" class="button" onClick={controls.onStop}>
            {i18n.t('run.stop')}
          </button>
        )}
        {state.kind === 'held' && state.by !== 'confirmation' && (
          <button type="button" class="button" onClick={controls.onStop}>
            {i18n.t('run.cancel')}
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

function Failed(props: { error: CompanionError; gate: ComponentChildren }) {
  const description = describeError(props.error);
  return (
    <>
      <ErrorNotice description={description} />
      {description.next?.kind === 'sign-in' && props.gate}
    </>
  );
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
    case 'host-access':
      return (
        <ErrorNotice
          description={describeError({ kind: 'host-access-missing', host: run.state.host })}
        />
      );
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
