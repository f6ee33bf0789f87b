import { i18n } from '#i18n';
import type { CompanionError } from './companion-error';
import type { ErrorDescription } from './describe-error';

/** Words for a model that policy, or the person's own list of providers, leaves out. */
export function describeModelNotAllowed({
  reason,
  model,
  allowed,
}: Extract<CompanionError, { kind: 'model-not-allowed' }>): ErrorDescription {
  if (reason === 'own-providers') {
    return {
      title: i18n.t('error.modelNotServed.title'),
      detail:
        model === undefined
          ? i18n.t('error.modelNotServed.detailWithoutModel', { allowed })
          : i18n.t('error.modelNotServed.detail', { model, allowed }),
      next: [
        { kind: 'link', href: '/options.html#models', label: i18n.t('error.modelNotServed.link') },
      ],
    };
  }
  if (model === undefined) {
    return {
      title: i18n.t('error.noModelAllowed.title'),
      detail: i18n.t('error.noModelAllowed.detail', { allowed }),
      next: [],
    };
  }
  return {
    title: i18n.t('error.modelNotAllowed.title'),
    detail:
      reason === 'models'
        ? i18n.t('error.modelNotAllowed.models', { model, allowed })
        : i18n.t('error.modelNotAllowed.providers', { model, allowed }),
    next: [],
  };
}
