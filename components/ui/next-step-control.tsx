import { useContext } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from './button';
import type { NextStep } from '@/utils/errors/describe-error';
import { lazy } from './lazy';
import { PageActions } from './page-actions';
import { PageLink } from './page-link';

const BuiltInOffer = lazy(() => import('./built-in-offer').then((module) => module.BuiltInOffer));

/** The control for a step that helps; nothing where the page cannot do it. A sign-in is its owner's to offer. */
export function NextStepControl({ step }: { step: NextStep }) {
  const { allowHosts, retryWith, grantScope, signOut } = useContext(PageActions);
  switch (step.kind) {
    case 'link':
      return <PageLink href={step.href}>{step.label}</PageLink>;
    case 'allow-hosts':
      return button(i18n.t('error.hostAccessMissing.allow'), () => allowHosts(step.host));
    case 'retry-with':
      return retryWith ? button(step.label, () => retryWith(step.override)) : null;
    case 'built-in':
      return <BuiltInOffer />;
    case 'grant-scope':
      return grantScope
        ? button(i18n.t('error.scopeMissing.allow'), () => grantScope(step.scope))
        : null;
    case 'sign-out':
      return signOut
        ? button(i18n.t('error.historyWouldGo.signOut'), () => signOut(step.sub))
        : null;
    case 'sign-in':
      return null;
  }
}

function button(label: string, onClick: () => void) {
  return <Button onClick={onClick}>{label}</Button>;
}
