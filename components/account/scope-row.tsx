import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { scopeFeature } from '@/utils/account/scope-features';
import { ScopeSwitch } from './scope-switch';

/** One scope in plain words, with its switch where switching would change something. */
export function ScopeRow(props: {
  scope: string;
  isGranted: boolean;
  /** Nothing works without it, so it can be allowed but not given back. */
  isNeeded: boolean;
  /** The OAuth app's settings ask for it, and would again at once. */
  isConfigured: boolean;
  /** An administrator has set them. */
  isManaged: boolean;
  isWaiting: boolean;
  /** How the change of this scope goes. */
  state: ComponentChildren;
  onSet: (isOn: boolean) => void;
}) {
  const { isGranted, isNeeded } = props;
  const row = useKeptFocus<HTMLLIElement>();
  const { label, use } = scopeFeature(props.scope);
  const isFixed = isGranted && (isNeeded || props.isConfigured);
  const reason = isNeeded
    ? i18n.t('scope.needed')
    : props.isManaged
      ? i18n.t('scope.managed')
      : i18n.t('scope.configured');
  return (
    <li ref={row} class="scope">
      {isFixed ? (
        <>
          <p class="scope-label">{label}</p>
          <p class="hint">
            {use} {reason}
          </p>
        </>
      ) : (
        <ScopeSwitch
          label={isNeeded ? i18n.t('scope.allow', { label }) : label}
          description={use}
          isGranted={isGranted}
          isDisabled={props.isWaiting}
          onSet={props.onSet}
        />
      )}
      {props.state}
    </li>
  );
}
