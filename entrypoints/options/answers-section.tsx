import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { ACTION_IDS, type ActionId } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
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
      <CardActions app={app} failure={failure} />
    </section>
  );
}

/** Which actions answer by the selection, each by itself. */
function CardActions({
  app,
  failure,
}: {
  app: AppModel;
  failure: ReturnType<typeof useRequestFailure>;
}) {
  const { cardActions } = app.configuration.value;
  const choose = (action: ActionId, isCard: boolean) => {
    const actions = ACTION_IDS.filter((one) =>
      one === action ? isCard : cardActions.includes(one),
    );
    void failure.attempt(request('settings.set-card-actions', { actions }));
  };
  return (
    <fieldset>
      <legend>{i18n.t('options.cardActions')}</legend>
      {ACTION_IDS.map((action) => (
        <label key={action} class="choice">
          <input
            type="checkbox"
            checked={cardActions.includes(action)}
            onChange={({ currentTarget }) => choose(action, currentTarget.checked)}
          />{' '}
          {actionTitle(action)}
        </label>
      ))}
      <p class="hint">{i18n.t('options.cardActionsHint')}</p>
    </fieldset>
  );
}
