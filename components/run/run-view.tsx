import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { ReceiptLine } from '@/components/money/receipt-line';
import { ErrorNotice } from '@/components/ui/notice';
import { PageActions } from '@/components/ui/page-actions';
import { RequestFailure } from '@/components/ui/request-failure';
import { useIsDue } from '@/components/ui/use-is-due';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { actionTitle } from '@/utils/actions/action-title';
import { UNDETERMINED } from '@/utils/actions/language-name';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { formatTarget } from '@/utils/format/languages';
import { modelWords } from '@/utils/format/model-words';
import { plural } from '@/utils/format/plural';
import type { Result } from '@/utils/result';
import {
  canContinue,
  hasEnded,
  isUnderWay,
  type RunHead,
  type RunOverride,
  type RunState,
} from '@/utils/runs/run';
import { AnnouncedAnswer } from './announced-answer';
import { Answer } from './answer';
import { Confirmation } from './confirmation';
import { CopyAnswer } from './copy-answer';
import { FollowUp } from './follow-up';
import { QuestionForm } from './question-form';
import { Quote } from './quote';
import { Reasoning } from './reasoning';
import { precededBy, type RunControls } from './run-controls';
import { SentDetails } from './sent-details';
import { RunStatus } from './run-status';

/** What a run is drawn from. */
export interface RunViewProps {
  run: RunHead;
  answer: ReadonlySignal<string>;
  reasoning: ReadonlySignal<string>;
  controls: RunControls;
  /** Shown where the run waits for a client id or a sign-in, and where a new sign-in is what helps. */
  gate: ComponentChildren;
  hasQuote: boolean;
  /** Offers to ask on, once the run has ended. */
  hasFollowUp: boolean;
  /** What one more question sends and costs: drawn with the rest, since the end of the page is followed. */
  followUpNote?: ComponentChildren;
  /** Stands below earlier turns: it comes into view when it begins. */
  isFollowUp?: boolean;
  /** The person has asked for it by a control that is gone. */
  takesFocus?: boolean;
}

/** One run, from what it works on to its answer, with the controls that fit where it stands. */
export function RunView(props: RunViewProps) {
  const { run, answer, reasoning } = props;
  const { state } = run;
  const article = useKeptFocus<HTMLElement>();
  const failure = useRequestFailure();
  // What went wrong with another run is no news of this one.
  useLayoutEffect(() => failure.show(undefined), [run.id]);
  useEffect(() => {
    if (props.isFollowUp) article.current?.scrollIntoView();
    if (props.takesFocus) article.current?.focus();
  }, [run.id]);
  // A control that has done its work goes away, and the focus would go with it; at once, so that a second press of
  // the same key does nothing.
  const controls = precededBy(() => article.current?.focus(), props.controls);
  const attempt = (asked: Promise<Result<unknown>>) => void failure.attempt(asked);
  const actions = {
    ...useContext(PageActions),
    retryWith: (override: RunOverride) => attempt(controls.onRetryWith(override)),
  };
  const isBusy = isUnderWay(state);
  const known = useMemo(() => answer.peek().length, [run.id]);
  const hasText = answer.value !== '';
  const isDue = useIsDue(retryAtOf(state));
  return (
    <PageActions.Provider value={actions}>
      <article ref={article} class="run" tabIndex={-1} aria-labelledby="run-title">
        <h2 id="run-title">
          {actionTitle(run.action)}{' '}
          {run.choice && (
            <span class="hint">{i18n.t('run.withModel', { model: modelWords(run.choice) })}</span>
          )}
          {run.action === 'translate' && run.brief && run.brief.language !== UNDETERMINED && (
            <span class="hint"> {i18n.t('run.into', { language: formatTarget(run.brief) })}</span>
          )}
        </h2>
        {props.hasQuote && run.textLength > 0 && <Quote run={run} />}
        {run.surroundings && (
          <p class="hint">{i18n.t('run.withSentence', { sentence: run.surroundings.sentence })}</p>
        )}
        {run.question && <p class="run-question">{run.question}</p>}
        <Held run={run} controls={controls} attempt={attempt} gate={props.gate} />
        {run.droppedTurns > 0 && <p class="hint">{plural('run.dropped', run.droppedTurns)}</p>}
        {reasoning.value !== '' && <Reasoning text={reasoning.value} />}
        {(hasText || isBusy) && (
          <Answer key={run.id} answer={answer} seams={run.seams} isBusy={isBusy} />
        )}
        <AnnouncedAnswer key={run.id} answer={answer} isBusy={isBusy} known={known} />
        <RunStatus state={state} since={run.underWaySince} hasText={hasText} />
        {run.receipt && <ReceiptLine receipt={run.receipt} />}
        {state.kind === 'failed' && <Failed error={state.error} gate={props.gate} />}
        <div class="row run-controls">
          {isBusy && (
            <Button onClick={() => attempt(controls.onStop())}>{i18n.t('run.stop')}</Button>
          )}
          {state.kind === 'held' && state.by !== 'confirmation' && (
            <Button onClick={() => attempt(controls.onStop())}>{i18n.t('run.cancel')}</Button>
          )}
          {canContinue(state, answer.value) && (
            <Button onClick={() => attempt(controls.onContinue())}>{i18n.t('run.continue')}</Button>
          )}
          {hasEnded(state) && canRetry(state) && (
            <Button kind="quiet" disabled={!isDue} onClick={() => attempt(controls.onRetry())}>
              {i18n.t('run.tryAgain')}
            </Button>
          )}
          {/* Last: it comes with the first word, and nothing must move under a pointer. */}
          {hasText && <CopyAnswer text={() => answer.value} />}
        </div>
        <RequestFailure error={failure.error} />
        {run.brief && (state.kind === 'streaming' || hasEnded(state)) && (
          <SentDetails key={run.id} runId={run.id} controls={controls} />
        )}
        {props.hasFollowUp && hasEnded(state) && hasText && (
          <FollowUp key={run.id} onFollowUp={props.controls.onFollowUp} note={props.followUpNote} />
        )}
      </article>
    </PageActions.Provider>
  );
}

/** When trying again makes sense, where the server has said it. Epoch milliseconds. */
function retryAtOf(state: RunState): number | undefined {
  return state.kind === 'failed' && 'retryAt' in state.error ? state.error.retryAt : undefined;
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
      {description.next.some(({ kind }) => kind === 'sign-in') && props.gate}
    </>
  );
}

function Held(props: {
  run: RunHead;
  controls: RunControls;
  /** Takes each answer, and keeps its error. */
  attempt: (answer: Promise<Result<unknown>>) => void;
  gate: ComponentChildren;
}) {
  const { run, controls, attempt } = props;
  const question = useSignal('');
  if (run.state.kind !== 'held') return null;
  switch (run.state.by) {
    case 'client-id':
    case 'sign-in':
      return <>{props.gate}</>;
    case 'scope':
      return <ErrorNotice description={describeError({ kind: 'scope-missing' })} />;
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
            onAsk={() => attempt(controls.onAsk(question.value))}
          />
        </>
      );
    case 'confirmation':
      return (
        <Confirmation
          state={run.state}
          textLength={run.textLength}
          onConfirm={() => attempt(controls.onConfirm())}
          onCancel={() => attempt(controls.onStop())}
        />
      );
  }
}
