import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { isNamed } from '@/utils/models/provider-suffix';

/** The only providers that text may go to, as far as the person decides: policy has the last word. */
export function AllowedProviders(props: {
  /** All that serve a model now. */
  live: readonly string[];
  /** The person's list; `undefined` where all may. */
  own: readonly string[] | undefined;
  /** The policy's; `undefined` where it allows all. */
  managed: readonly string[] | undefined;
  onSet: (name: string, isOn: boolean) => void;
  onAllowAll: () => void;
}) {
  const { live, own, managed } = props;
  const hintId = useId();
  // The button goes with the list, and a provider that serves nothing any more with its box.
  const group = useKeptFocus<HTMLFieldSetElement>();
  // One that serves nothing any more can still be taken off.
  const names = [...live, ...(own ?? []).filter((name) => !isNamed(name, live))];
  const isLocked = (name: string) => managed !== undefined && !isNamed(name, managed);
  const isAllowed = (name: string) => !isLocked(name) && (own === undefined || isNamed(name, own));
  const count = names.filter(isAllowed).length;
  return (
    <fieldset ref={group} class="providers" aria-describedby={hintId} tabIndex={-1}>
      <legend>{i18n.t('model.allowedProviders')}</legend>
      <p id={hintId} class="hint">
        {own ? i18n.t('model.onlyThese') : i18n.t('model.allProviders')}
      </p>
      <div class="provider-names">
        {names.map((name) => (
          <label key={name} class="choice">
            <input
              type="checkbox"
              checked={isAllowed(name)}
              // With none left nothing could be sent.
              disabled={isLocked(name) || (count === 1 && isAllowed(name))}
              onChange={({ currentTarget }) => props.onSet(name, currentTarget.checked)}
            />{' '}
            <span>
              {name}
              {isLocked(name) && <span class="hint"> {i18n.t('model.lockedProvider')}</span>}
            </span>
          </label>
        ))}
      </div>
      {own && <Button onClick={props.onAllowAll}>{i18n.t('model.allowAll')}</Button>}
    </fieldset>
  );
}
