import { i18n } from '#i18n';
import { buildConfiguration } from '@/utils/config/build-configuration';
import type { CompanionError } from './companion-error';
import type { ErrorDescription, NextStep } from './describe-error';

/**
 * Words for a model that nobody serves, or that only the provider does not serve who was asked by name: then
 * the same model elsewhere comes first.
 */
export function describeUnserved(
  error: Extract<CompanionError, { kind: 'model-gone' | 'model-not-supported' }>,
): ErrorDescription {
  const { kind, model, nearest, pinned } = error;
  const key = kind === 'model-gone' ? 'modelGone' : 'modelNotSupported';
  const next: NextStep[] = [
    ...(pinned === undefined ? [] : [use(model, i18n.t('error.useModel.elsewhere', { model }))]),
    ...(nearest === undefined
      ? []
      : [use(nearest, i18n.t('error.useModel.plain', { model: nearest }))]),
    ...(kind === 'model-gone' ? [] : [providerSettings()]),
  ];
  return pinned === undefined
    ? {
        title: i18n.t(`error.${key}.title`),
        detail: i18n.t(`error.${key}.detail`, { model }),
        next,
      }
    : {
        title: i18n.t('error.modelPinned.title', { provider: pinned }),
        detail: i18n.t('error.modelPinned.detail', { provider: pinned, model }),
        next,
      };
}

function use(model: string, label: string): NextStep {
  return { kind: 'retry-with', override: { choice: { model } }, label };
}

function providerSettings(): NextStep {
  return {
    kind: 'link',
    href: `${buildConfiguration.providerOrigin}/settings/inference-providers`,
    label: i18n.t('error.modelNotSupported.link'),
  };
}
