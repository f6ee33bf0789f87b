import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { otherScopes } from '@/utils/account/scope-features';
import { BASE_SCOPES, OPTIONAL_SCOPES } from '@/utils/config/offered-scopes';
import { ScopeRow } from './scope-row';

/** What the account in use allows, in plain words, and switches for what can change. */
export function Permissions(props: {
  granted: readonly string[];
  /** What the OAuth app's settings ask for. */
  configured: readonly string[];
  /** An administrator has set them. */
  isManaged: boolean;
  isWaiting: boolean;
  /** How the change of a scope goes, for the scope that was switched last. */
  stateOf: (scope: string) => ComponentChildren;
  onSet: (scope: string, isOn: boolean) => void;
}) {
  const { granted } = props;
  const row = (isNeeded: boolean) => (scope: string) => (
    <ScopeRow
      key={scope}
      scope={scope}
      isGranted={granted.includes(scope)}
      isNeeded={isNeeded}
      isConfigured={props.configured.includes(scope)}
      isManaged={props.isManaged}
      isWaiting={props.isWaiting}
      state={props.stateOf(scope)}
      onSet={(isOn) => props.onSet(scope, isOn)}
    />
  );
  return (
    <section id="permissions">
      <h3>{i18n.t('options.permissions')}</h3>
      <p class="hint">{i18n.t('options.permissionsHint')}</p>
      <ul class="scopes">
        {BASE_SCOPES.map(row(true))}
        {OPTIONAL_SCOPES.map(row(false))}
        {otherScopes(granted).map(row(false))}
      </ul>
    </section>
  );
}
