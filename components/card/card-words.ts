import { i18n } from '#i18n';
import type { CardState } from '@/utils/card/card-channel';
import { describeError } from '@/utils/errors/describe-error';

/** Where the run of a card stands, in a few words. What there is to decide is decided in the panel. */
export function cardWords(state: CardState, hasText: boolean): string {
  switch (state.kind) {
    case 'held':
      return state.by === 'sign-in' || state.by === 'client-id'
        ? i18n.t('card.signIn')
        : i18n.t('card.needsYou');
    case 'preparing':
      return i18n.t('run.preparing');
    case 'waiting':
      return i18n.t('run.queued');
    case 'streaming':
      return hasText ? i18n.t('run.streaming') : i18n.t('run.waiting');
    case 'done':
      return state.finish === 'length' ? i18n.t('run.doneAtLimit') : i18n.t('run.done');
    case 'stopped':
      return hasText ? i18n.t('run.stopped') : i18n.t('run.stoppedWithoutText');
    case 'failed':
      return i18n.t('card.failed', { what: describeError(state.error).title });
  }
}
