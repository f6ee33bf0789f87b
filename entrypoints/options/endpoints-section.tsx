import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { EndpointForm, type EnteredEndpoint } from '@/components/endpoint/endpoint-form';
import { EndpointRow, type EndpointControls } from '@/components/endpoint/endpoint-row';
import { Note } from '@/components/ui/notice';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { request } from '@/utils/messaging/request-client';
import type { Result } from '@/utils/result';
import type { AppModel } from '@/utils/state/app-model';
import { leaveEndpoint, chooseEndpoint } from '@/utils/state/endpoint-controls';
import { requestEndpointAccess } from '@/utils/surfaces/host-access';

/** Servers on this computer and Inference Endpoints: the list, and the form that adds one. */
export function EndpointsSection({ app }: { app: AppModel }) {
  const added = useSignal<string | undefined>(undefined);
  const list = useKeptFocus<HTMLDivElement>();
  const endpoints = app.endpoints.value;
  const inUse = app.endpoint.value;
  const isAllowed = app.configuration.value.allowedProviders === undefined;
  const add = async (entered: EnteredEndpoint): Promise<Result<unknown>> => {
    // First of all: the browser asks the person only in their gesture.
    await requestEndpointAccess(new URL(entered.url).origin);
    const result = await request('endpoints.add', entered);
    if (result.ok) added.value = result.value;
    return result;
  };
  const controls: EndpointControls = {
    onCheck: ({ id }) => request('endpoints.check', { id }),
    onModel: async (endpoint, model) => {
      const result = await request('endpoints.change', { id: endpoint.id, model });
      if (!result.ok || endpoint.id !== inUse?.id) return result;
      return await chooseEndpoint(app, { ...endpoint, model });
    },
    onKey: ({ id }, key) => request('endpoints.change', { id, key }),
    onUse: (endpoint, isUsed) => (isUsed ? chooseEndpoint(app, endpoint) : leaveEndpoint(app)),
    onRemove: ({ id }) => request('endpoints.remove', { id }),
  };
  return (
    <section id="endpoints">
      <h2>{i18n.t('endpoint.title')}</h2>
      <p class="hint">{i18n.t('endpoint.intro')}</p>
      <div ref={list} class="endpoints" tabIndex={-1}>
        {endpoints.length > 0 && (
          <ul aria-label={i18n.t('endpoint.title')}>
            {endpoints.map((endpoint) => (
              <EndpointRow
                key={endpoint.id}
                endpoint={endpoint}
                isInUse={endpoint.id === inUse?.id}
                isNew={endpoint.id === added.value}
                {...controls}
              />
            ))}
          </ul>
        )}
      </div>
      {isAllowed ? <EndpointForm onAdd={add} /> : <Note>{i18n.t('endpoint.notAllowed')}</Note>}
    </section>
  );
}
