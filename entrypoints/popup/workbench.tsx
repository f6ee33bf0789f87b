import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { ModelPicker } from '@/components/model/model-picker';
import { ActionBar } from '@/components/run/action-bar';
import { QuestionForm } from '@/components/run/question-form';
import { RunView } from '@/components/run/run-view';
import { ErrorNotice, Note } from '@/components/ui/notice';
import type { ActionId } from '@/utils/actions/action';
import { planAction } from '@/utils/actions/plan';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { formatUsd } from '@/utils/format/numbers';
import { actionShortcut } from '@/utils/keyboard/action-shortcut';
import { request } from '@/utils/messaging/request-client';
import { defaultModel } from '@/utils/models/default-model';
import { readActiveTabSelection } from '@/utils/selection/read-selection';
import type { AppModel } from '@/utils/state/app-model';
import { createRunControls } from '@/utils/state/run-controls';
import type { RunModel } from '@/utils/state/run-model';

/** Text in, action, answer out: the popup of somebody who is signed in. */
export function Workbench(props: { app: AppModel; runs: RunModel; windowId: number }) {
  const { app, runs, windowId } = props;
  const text = useSignal('');
  const question = useSignal('');
  const error = useSignal<CompanionError | undefined>(undefined);
  const textBox = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    textBox.current?.focus();
    void readActiveTabSelection().then((selection) => {
      // What the person has begun to type meanwhile stands.
      if (text.value === '' && selection !== '') text.value = selection;
    });
    // After the first paint, which waits for no network.
    void request('models.refresh', {}).then((result) => {
      if (!result.ok && !app.catalogue.value) error.value = result.error;
    });
  }, []);

  const start = async (action: ActionId) => {
    error.value = undefined;
    if (text.value.trim() === '') {
      error.value = { kind: 'no-text' };
      textBox.current?.focus();
      return;
    }
    if (action === 'ask' && question.value.trim() === '') {
      error.value = { kind: 'no-question' };
      return;
    }
    const asked = action === 'ask' ? { question: question.value } : {};
    const started = await request('run.start', { windowId, action, text: text.value, ...asked });
    if (!started.ok) error.value = started.error;
  };
  const onKeyDown = (onEnter: ActionId) => (event: KeyboardEvent) => {
    const action = actionShortcut(event, onEnter);
    if (!action) return;
    event.preventDefault();
    void start(action);
  };
  const controls = createRunControls(runs, (result) => {
    error.value = result.error;
  });
  const cost = useComputed(() => {
    const model = app.model.value;
    return model && text.value ? planAction('summarize', text.value, model).costUsd : undefined;
  });
  const run = runs.run.value;

  return (
    <>
      <label class="field">
        <span>{i18n.t('run.text')}</span>
        <textarea
          ref={textBox}
          rows={5}
          onKeyDown={onKeyDown('summarize')}
          placeholder={i18n.t('run.textPlaceholder')}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      <ActionBar onAction={(action) => void start(action)} />
      <QuestionForm
        question={question}
        onAsk={() => void start('ask')}
        onKeyDown={onKeyDown('ask')}
      />
      <ModelPicker
        models={app.catalogue.value?.models}
        model={app.model.value}
        recommendedId={defaultModel(app.catalogue.value?.models ?? [])?.id}
        onChoose={(model) => void request('settings.select-model', { model })}
      />
      <p class="hint">
        {i18n.t('run.sends')} {cost.value !== undefined && costNote(cost.value)}
      </p>
      {error.value && <ErrorNotice description={describeError(error.value)} />}
      {run && (
        <RunView
          run={run}
          answer={runs.answer}
          controls={controls}
          gate={<Note>{i18n.t('run.holdSignIn')}</Note>}
          hasQuote={run.quote !== text.value}
        />
      )}
    </>
  );
}

/** Below this a price is not worth its digits. */
const TINY_USD = 0.0001;

function costNote(usd: number): string {
  return usd < TINY_USD
    ? i18n.t('run.costNoteTiny', { cost: formatUsd(TINY_USD) })
    : i18n.t('run.costNote', { cost: formatUsd(usd) });
}
