import { i18n } from '#i18n';
import { buildConfiguration } from '@/utils/config/build-configuration';
import type { CompanionError } from './companion-error';
import type { ErrorDescription, NextStep } from './describe-error';

/** Words for credits that are used up, and every way to go on with one click: what costs nothing comes first. */
export function describeCreditsUsedUp(
  error: Extract<CompanionError, { kind: 'credits-used-up' }>,
): ErrorDescription {
  const { free, builtIn, endpoints = [], isByOrganization, organizations = [] } = error;
  const gifts = free.map((model) =>
    retryWith({ choice: { model } }, i18n.t('error.useModel.free', { model })),
  );
  const ways: NextStep[] = [
    ...endpoints.map(({ id: endpoint, name, model }) =>
      retryWith(
        { choice: { model, endpoint } },
        i18n.t('error.useModel.endpoint', { model, name }),
      ),
    ),
    ...(isByOrganization
      ? [retryWith({ billTo: '' }, i18n.t('error.creditsUsedUp.billToYou'))]
      : []),
    ...organizations.map(({ username, name }) =>
      retryWith({ billTo: username }, i18n.t('error.creditsUsedUp.billTo', { name })),
    ),
  ];
  return {
    title: i18n.t('error.creditsUsedUp.title'),
    detail:
      gifts.length + ways.length > 0
        ? i18n.t('error.creditsUsedUp.detail')
        : i18n.t('error.creditsUsedUp.detailWithoutFree'),
    next: [
      ...gifts,
      ...(builtIn ? [{ kind: 'built-in' } as const] : []),
      ...ways,
      {
        kind: 'link',
        href: `${buildConfiguration.providerOrigin}/settings/billing?add-credits=true`,
        label: i18n.t('error.creditsUsedUp.link'),
      },
    ],
  };
}

function retryWith(
  override: Extract<NextStep, { kind: 'retry-with' }>['override'],
  label: string,
): NextStep {
  return { kind: 'retry-with', override, label };
}
