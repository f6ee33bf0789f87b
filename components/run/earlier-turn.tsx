import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { ReceiptLine } from '@/components/money/receipt-line';
import { actionTitle } from '@/utils/actions/action-title';
import { modelWords } from '@/utils/format/model-words';
import type { RunSnapshot } from '@/utils/runs/run';
import { Answer } from './answer';
import { CopyAnswer } from './copy-answer';
import { Quote } from './quote';
import { Reasoning } from './reasoning';

/** A turn of the conversation before its newest: what was asked, and what came of it. */
export function EarlierTurn(props: { run: RunSnapshot; number: number }) {
  const { run, number } = props;
  const answer = useMemo(() => signal(run.answer), [run.answer]);
  const title = actionTitle(run.action);
  return (
    <article class="run" aria-labelledby={`turn-${number}`}>
      <h2 id={`turn-${number}`}>
        {title}{' '}
        {run.choice && (
          <span class="hint">{i18n.t('run.withModel', { model: modelWords(run.choice) })}</span>
        )}
      </h2>
      {run.textLength > 0 && <Quote run={run} />}
      {run.question && <p class="run-question">{run.question}</p>}
      {run.reasoning && <Reasoning text={run.reasoning} />}
      {run.answer ? (
        <>
          <Answer
            answer={answer}
            seams={run.seams}
            isBusy={false}
            label={i18n.t('run.earlierAnswer', { action: title, number: String(number) })}
          />
          {run.receipt && <ReceiptLine receipt={run.receipt} />}
          <div class="row run-controls">
            <CopyAnswer text={() => run.answer} />
          </div>
        </>
      ) : (
        <p class="hint">{i18n.t('run.noAnswer')}</p>
      )}
    </article>
  );
}
