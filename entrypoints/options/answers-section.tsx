import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';

const SURFACES = ['panel', 'window'] as const;

/** Where answers appear: a browser's panel holds one extension at a time, which may be another one. */
export function AnswersSection({ app }: { app: AppModel }) {
  const failure = useRequestFailure();
  const { answersIn } = app.configuration.value;
  return (
    <section id="answers">
      <h2>{i18n.t('options.answers')}</h2>
      <RequestFailure error={failure.error} />
      <fieldset>
        <legend>{i18n.t('options.answersIn')}</legend>
        {SURFACES.map((surface) => (
          <label class="choice">
            <input
              type="radio"
              name="answers-in"
              checked={answersIn === surface}
              onChange={() => void failure.attempt(request('settings.set-answers-in', { surface }))}
            />{' '}
            {surface === 'panel'
              ? i18n.t('options.answersInPanel')
              : i18n.t('options.answersInWindow')}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
