import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useSaving } from '@/components/ui/use-saving';
import { ACTION_IDS, type ActionId } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';

const SURFACES = ['panel', 'window'] as const;

/** Where answers appear: a browser's panel holds one extension at a time, which may be another one. */
export function AnswersSection({ app }: { app: AppModel }) {
  const saving = useSaving();
  const { answersIn } = app.configuration.value;
  return (
    <section id="answers">
      <h2>{i18n.t('options.answers')}</h2>
      <RequestFailure error={saving.error} />
      <fieldset>
        <legend>{i18n.t('options.answersIn')}</legend>
        {SURFACES.map((surface) => (
          <label class="choice">
            <input
              type="radio"
              name="answers-in"
              checked={answersIn === surface}
              onChange={() => void saving.attempt(request('settings.set-answers-in', { surface }))}
            />{' '}
            {surface === 'panel'
              ? i18n.t('options.answersInPanel')
              : i18n.t('options.answersInWindow')}
          </label>
        ))}
      </fieldset>
      <CardActions app={app} saving={saving} />
    </section>
  );
}

/** Which actions answer by the selection, each by itself. */
function CardActions({ app, saving }: { app: AppModel; saving: ReturnType<typeof useSaving> }) {
  const { cardActions } = app.configuration.value;
  const set = (action: ActionId, isCard: boolean) =>
    void saving.attempt(request('settings.set-card-action', { action, isCard }));
  return (
    <fieldset>
      <legend>{i18n.t('options.cardActions')}</legend>
      {ACTION_IDS.map((action) => (
        <label key={action} class="choice">
          <input
            type="checkbox"
            checked={cardActions.includes(action)}
            onChange={({ currentTarget }) => set(action, currentTarget.checked)}
          />{' '}
          {actionTitle(action)}
        </label>
      ))}
      <p class="hint">{i18n.t('options.cardActionsHint')}</p>
    </fieldset>
  );
}
