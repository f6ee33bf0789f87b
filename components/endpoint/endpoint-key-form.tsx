import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
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
      <label class="field">
        <span>{i18n.t('endpoint.changeKey', { name })}</span>
        <input
          type="password"
          autocomplete="off"
          value={draft.value}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="button" aria-label={i18n.t('endpoint.saveKey', { name })}>
        {i18n.t('setup.save')}
      </button>
      {hasKey && (
        <button
          type="button"
          class="button button-quiet"
          aria-label={i18n.t('endpoint.removeKey', { name })}
          onClick={() => void props.onKey(null)}
        >
          {i18n.t('endpoint.remove')}
        </button>
      )}
    </form>
  );
}
