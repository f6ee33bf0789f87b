import { ManagedSettings } from '@/components/account/managed-settings';
import { AccountSection } from './account-section';
import { ApplicationSection } from './application-section';
import { CodeSection } from './code-section';
import type { PlaceProps } from './place-views';
import { SpendingSection } from './spending-section';

/** Who is signed in and how, what they allow and spend, and by which OAuth app. */
export function AccountPlace({ app, address }: PlaceProps) {
  return (
    <>
      {address === 'code' && <CodeSection app={app} />}
      <AccountSection app={app} />
      <SpendingSection app={app} />
      <ApplicationSection app={app} />
      <ManagedSettings settings={app.configuration.value.managed} />
    </>
  );
}
