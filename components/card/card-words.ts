import { i18n } from '#i18n';
import { progressWords } from '@/components/run/progress-words';
import type { CardError, CardState } from '@/utils/card/card-channel';
import { describeError } from '@/utils/errors/describe-error';

/** Where the run of a card stands, in a few words. What there is to say or to decide is for the panel. */
export function cardWords(state: CardState, hasText: boolean): string {
  if (state.kind === 'held') {
    if (state.by === 'question') return i18n.t('card.question');
    const isSignIn = state.by === 'sign-in' || state.by === 'client-id';
    return isSignIn ? i18n.t('card.signIn') : i18n.t('card.needsYou');
  }
  if (state.kind === 'failed') {
    return i18n.t('card.failed', { what: failureOf(state.error) });
  }
  return progressWords(state, hasText);
}

function failureOf(error: CardError): string {
  return error.kind === 'own-endpoint' ? i18n.t('card.ownEndpoint') : describeError(error).title;
}
