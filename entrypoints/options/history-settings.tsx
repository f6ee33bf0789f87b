import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmDeletion } from '@/components/history/confirm-deletion';
import { RetentionChoice } from '@/components/history/retention-choice';
import { RequestFailure } from '@/components/ui/request-failure';
import { useSaving } from '@/components/ui/use-saving';
import type { Account } from '@/utils/account/account';
import type { Retention } from '@/utils/account/account-settings';
import { plural } from '@/utils/format/plural';
import { request } from '@/utils/messaging/request-client';
import type { Result } from '@/utils/result';
import { settingsByAccountItem } from '@/utils/storage/items';
import { HistoryFiles } from './history-files';

const THIRTY_DAYS_MS = 30 * 24 * 60 * 60 * 1000;

/** The settings of an account's history. Another account needs another of these: use its `sub` as the key. */
export function HistorySettings({ account }: { account: Account }) {
  const { sub, username } = account;
  const saving = useSaving();
  const retention = useRetention(sub);
  const count = useSignal(0);
  const isDeleted = useSignal(false);

  /** The value of an answer; its error is shown. */
  const valueOf = async <T,>(answer: Promise<Result<T>>): Promise<T | undefined> => {
    const result = await answer;
    saving.show(result.ok ? undefined : result.error);
    return result.ok ? result.value : undefined;
  };
  const recount = async () => {
    const counted = await valueOf(request('history.count', { sub }));
    count.value = counted ?? 0;
    return counted;
  };
  /** Asks also where it can't be known what there is: nothing goes unasked. */
  const lossOf = async (next: Retention): Promise<string | undefined> => {
    if (next === 'all') return undefined;
    if (next === 'none') {
      const all = await recount();
      if (all === undefined) return i18n.t('history.goesUncounted');
      return all > 0 ? plural('history.goesAll', all) : undefined;
    }
    const before = Date.now() - THIRTY_DAYS_MS;
    const older = await valueOf(request('history.list', { sub, query: '', before }));
    return older?.rows.length === 0 ? undefined : i18n.t('history.goesThirtyDays');
  };
  const deleteAll = async () => {
    isDeleted.value = (await valueOf(request('history.delete-all', { sub }))) !== undefined;
  };
  return (
    <>
      <RequestFailure error={saving.error} />
      <RetentionChoice
        retention={retention.value}
        hint={i18n.t('history.keepHint', { username })}
        lossOf={lossOf}
        onSet={async (next) => {
          await saving.attempt(request('history.set-retention', { sub, retention: next }));
        }}
      />
      <HistoryFiles
        sub={sub}
        username={username}
        count={count}
        onCount={recount}
        failure={saving}
      />
      <ConfirmDeletion
        label={i18n.t('history.deleteAll')}
        question={plural('history.confirmDeleteAll', count.value, { username })}
        onAsk={() => {
          isDeleted.value = false;
          void recount();
        }}
        onConfirm={() => void deleteAll()}
      />
      <p class="hint" role="status">
        {isDeleted.value && i18n.t('history.deletedAll')}
      </p>
    </>
  );
}

/** How long the runs of an account are kept, now and after each change. */
function useRetention(sub: string) {
  const retention = useSignal<Retention>('all');
  useEffect(() => {
    const follow: Parameters<typeof settingsByAccountItem.watch>[0] = (settings) => {
      retention.value = settings?.[sub]?.retention ?? 'all';
    };
    const end = settingsByAccountItem.watch(follow);
    void settingsByAccountItem.get().then(follow);
    return end;
  }, []);
  return retention;
}
