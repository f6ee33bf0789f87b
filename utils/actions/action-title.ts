import { i18n } from '#i18n';
import type { ActionId } from './action';

/** The name of an action, on its button, in the menu and over its answer. */
export function actionTitle(action: ActionId): string {
  switch (action) {
    case 'summarize':
      return i18n.t('action.summarize');
    case 'explain':
      return i18n.t('action.explain');
    case 'translate':
      return i18n.t('action.translate');
    case 'rewrite':
      return i18n.t('action.rewrite');
    case 'fix-grammar':
      return i18n.t('action.fixGrammar');
    case 'ask':
      return i18n.t('action.ask');
  }
}
