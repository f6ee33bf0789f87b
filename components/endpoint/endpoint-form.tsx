import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { ErrorNotice } from '@/components/ui/notice';
import { isHubEndpointOrigin } from '@/utils/config/origins';
import { normalizeEndpointUrl } from '@/utils/endpoints/endpoint-url';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import type { Result } from '@/utils/result';

/** What a person enters to add an endpoint. */
export interface EnteredEndpoint {
  /** As the endpoint is asked: checked, and ending in `/v1`. */
  url: string;
  name?: string;
  key?: string;
  sendsToken: boolean;
}

const EMPTY = { url: '', name: '', key: '', sendsToken: false };

/** Takes the address of an endpoint, and what else it needs. */
export function EndpointForm(props: {
  /** Called in the gesture of the person, who can be asked for more then. */
  onAdd: (entered: EnteredEndpoint) => Promise<Result<unknown>>;
}) {
  const tokenHint = useId();
  const draft = useSignal(EMPTY);
  const error = useSignal<CompanionError | undefined>(undefined);
  const set = (change: Partial<typeof EMPTY>) => {
    draft.value = { ...draft.value, ...change };
    error.value = undefined;
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const { url: entered, name, key, sendsToken } = draft.value;
    const url = normalizeEndpointUrl(entered);
    if (!url.ok) {
      error.value = url.error;
      return;
    }
    const result = await props.onAdd({
      url: url.value,
      ...(name.trim() ? { name } : {}),
      ...(key.trim() ? { key } : {}),
      sendsToken: sendsToken && isHub(url.value),
    });
    if (result.ok) draft.value = EMPTY;
    else error.value = result.error;
  };
  const normalized = normalizeEndpointUrl(draft.value.url);
  return (
    <form class="endpoint-form" noValidate onSubmit={(event) => void submit(event)}>
      <h3>{i18n.t('endpoint.add')}</h3>
      <Field label={i18n.t('endpoint.url')} hint={i18n.t('endpoint.urlHint')}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={draft.value.url}
            onInput={(event) => set({ url: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={i18n.t('endpoint.name')}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            autocomplete="off"
            value={draft.value.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={i18n.t('endpoint.key')} hint={i18n.t('endpoint.keyHint')}>
        {(wiring) => (
          <input
            {...wiring}
            type="password"
            autocomplete="off"
            value={draft.value.key}
            onInput={(event) => set({ key: event.currentTarget.value })}
          />
        )}
      </Field>
      {normalized.ok && isHub(normalized.value) && (
        <>
          <label class="choice">
            <input
              type="checkbox"
              aria-describedby={tokenHint}
              checked={draft.value.sendsToken}
              onChange={(event) => set({ sendsToken: event.currentTarget.checked })}
            />{' '}
            {i18n.t('endpoint.sendsToken')}
          </label>
          <p class="hint" id={tokenHint}>
            {i18n.t('endpoint.sendsTokenHint')}
          </p>
        </>
      )}
      {error.value && <ErrorNotice description={describeError(error.value)} />}
      <p class="row">
        <Button type="submit" kind="primary">
          {i18n.t('endpoint.submit')}
        </Button>
        <span class="hint">{i18n.t('endpoint.submitHint')}</span>
      </p>
    </form>
  );
}

function isHub(url: string): boolean {
  return isHubEndpointOrigin(new URL(url).origin);
}
