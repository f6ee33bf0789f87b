import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { ErrorNotice } from '@/components/ui/notice';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import { describeError, type ErrorDescription } from '@/utils/errors/describe-error';
import { plural } from '@/utils/format/plural';
import type { Result } from '@/utils/result';
import { EndpointButtons } from './endpoint-buttons';
import { EndpointKeyField } from './endpoint-key-field';

/** What can be done with an endpoint of the list. */
export interface EndpointControls {
  onCheck: (endpoint: OwnEndpoint) => Promise<Result<null>>;
  onModel: (endpoint: OwnEndpoint, model: string) => Promise<Result<null>>;
  onKey: (endpoint: OwnEndpoint, key: string | null) => Promise<Result<null>>;
  /** Uses its model for all actions, or the default again. */
  onUse: (endpoint: OwnEndpoint, isUsed: boolean) => Promise<Result<null>>;
  onRemove: (endpoint: OwnEndpoint) => Promise<Result<null>>;
}

type Outcome = { kind: 'checking' } | { kind: 'checked' } | { kind: 'done'; result: Result<null> };

/** One endpoint: where it is, whether it answers, with which model, and the controls. */
export function EndpointRow(
  props: {
    endpoint: OwnEndpoint;
    isInUse: boolean;
    /** It has just been added: it is checked at once. */
    isNew: boolean;
  } & EndpointControls,
) {
  const { endpoint, isInUse } = props;
  const { name, models } = endpoint;
  const outcome = useSignal<Outcome | undefined>(undefined);
  const nameId = useId();
  const row = useKeptFocus<HTMLDivElement>();
  const attempt = async (answer: Promise<Result<null>>) => {
    outcome.value = undefined;
    const result = await answer;
    outcome.value = { kind: 'done', result };
    return result.ok;
  };
  const check = async () => {
    outcome.value = { kind: 'checking' };
    const result = await props.onCheck(endpoint);
    outcome.value = result.ok ? { kind: 'checked' } : { kind: 'done', result };
  };
  useEffect(() => {
    if (props.isNew) void check();
  }, [props.isNew]);
  const { value } = outcome;
  const failed = value?.kind === 'done' && !value.result.ok ? value.result.error : undefined;
  return (
    <li>
      <div ref={row} class="endpoint" role="group" aria-labelledby={nameId} tabIndex={-1}>
        <p>
          <strong id={nameId}>{name}</strong> <span class="hint">{endpoint.url}</span>
        </p>
        <p class="hint">
          {[
            isInUse && i18n.t('endpoint.inUse'),
            endpoint.hasKey && i18n.t('endpoint.hasKey'),
            endpoint.sendsToken && !endpoint.hasKey && i18n.t('endpoint.takesToken'),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        {models.length > 0 && (
          <label class="field">
            <span>{i18n.t('endpoint.model', { name })}</span>
            <select
              value={endpoint.model}
              onChange={(event) => void attempt(props.onModel(endpoint, event.currentTarget.value))}
            >
              {models.map((model) => (
                <option key={model} value={model}>
                  {model}
                </option>
              ))}
            </select>
          </label>
        )}
        <EndpointKeyField
          endpoint={endpoint}
          onKey={(key) => props.onKey(endpoint, key)}
          onRemove={() => void attempt(props.onKey(endpoint, null))}
        />
        <div class="row">
          <EndpointButtons
            endpoint={endpoint}
            isInUse={isInUse}
            onUse={() => void attempt(props.onUse(endpoint, !isInUse))}
            onCheck={() => void check()}
            onRemove={() => void attempt(props.onRemove(endpoint))}
          />
          <span class="hint" role="status">
            {value?.kind === 'checking' && i18n.t('endpoint.checking')}
            {value?.kind === 'checked' && plural('endpoint.works', models.length)}
          </span>
        </div>
        {failed && <ErrorNotice description={withoutLinks(describeError(failed))} />}
      </div>
    </li>
  );
}

/** They lead to where this stands. */
function withoutLinks(description: ErrorDescription): ErrorDescription {
  return { ...description, next: description.next.filter(({ kind }) => kind !== 'link') };
}
