import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { request } from '@/utils/messaging/request-client';
import { forgetTheme } from '@/utils/surfaces/theme';

/** Takes everything away that the extension keeps on this device, once the person has read what that is. */
export function DeleteAllSection() {
  const failure = useRequestFailure();
  const state = useSignal<'asking' | 'deleting' | 'deleted' | undefined>(undefined);
  const close = () => {
    state.value = undefined;
  };
  const deleteAll = async () => {
    state.value = 'deleting';
    await failure.attempt(request('device.delete-all', {}));
    const isDone = failure.error.value === undefined;
    if (isDone) forgetTheme();
    state.value = isDone ? 'deleted' : undefined;
  };
  return (
    <section id="delete">
      <h2>{i18n.t('deleteAll.title')}</h2>
      <p>{i18n.t('deleteAll.hint')}</p>
      <RequestFailure error={failure.error} />
      <p class="row">
        <Button
          onClick={() => {
            state.value = 'asking';
          }}
        >
          {i18n.t('deleteAll.ask')}
        </Button>
        <span class="hint" role="status">
          {state.value === 'deleting' && i18n.t('deleteAll.deleting')}
          {state.value === 'deleted' && i18n.t('deleteAll.deleted')}
        </span>
      </p>
      {state.value === 'asking' && (
        <Dialog
          title={i18n.t('deleteAll.question')}
          onClose={close}
          actions={
            <>
              {/* The first gets the focus: Enter alone must not delete. */}
              <Button onClick={close}>{i18n.t('deleteAll.keep')}</Button>
              <Button kind="danger" onClick={() => void deleteAll()}>
                {i18n.t('deleteAll.confirm')}
              </Button>
            </>
          }
        >
          <ul class="goes">
            <li>{i18n.t('deleteAll.accounts')}</li>
            <li>{i18n.t('deleteAll.answers')}</li>
            <li>{i18n.t('deleteAll.settings')}</li>
            <li>{i18n.t('deleteAll.endpoints')}</li>
            <li>{i18n.t('deleteAll.sums')}</li>
          </ul>
          <p>{i18n.t('deleteAll.stays')}</p>
        </Dialog>
      )}
    </section>
  );
}
