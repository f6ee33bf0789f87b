import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';

/** Gives an endpoint a key, or another one, or takes it away. The key itself is never shown again. */
export function EndpointKeyForm(props: {
  endpoint: OwnEndpoint;
  onKey: (key: string | null) => Promise<boolean>;
}) {
  const { name, hasKey } = props.endpoint;
  const draft = useSignal('');
  const save = async (event: Event) => {
    event.preventDefault();
    if (draft.value.trim() && (await props.onKey(draft.value))) draft.value = '';
  };
  return (
    <form class="setting" onSubmit={(event) => void save(event)}>
      <Field label={i18n.t('endpoint.changeKey', { name })}>
        {(wiring) => (
          <input
            {...wiring}
            type="password"
            autocomplete="off"
            value={draft.value}
            onInput={(event) => {
              draft.value = event.currentTarget.value;
            }}
          />
        )}
      </Field>
      <Button type="submit" aria-label={i18n.t('endpoint.saveKey', { name })}>
        {i18n.t('setup.save')}
      </Button>
      {hasKey && (
        <Button
          kind="quiet"
          aria-label={i18n.t('endpoint.removeKey', { name })}
          onClick={() => void props.onKey(null)}
        >
          {i18n.t('endpoint.remove')}
        </Button>
      )}
    </form>
  );
}
