import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { PageLink } from '@/components/ui/page-link';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';

/** Where endpoints are added. */
const ENDPOINTS_PAGE = '/options.html#endpoints';

/** What somebody who is not signed in can use instead: an endpoint of their own, or a way to have one. */
export function EndpointOffer(props: {
  endpoints: readonly OwnEndpoint[];
  onUse: (endpoint: OwnEndpoint) => void;
}) {
  const usable = props.endpoints.filter(({ model }) => model !== undefined);
  if (usable.length === 0) {
    return (
      <p class="hint row">
        <PageLink href={ENDPOINTS_PAGE}>{i18n.t('endpoint.addOwn')}</PageLink>
      </p>
    );
  }
  return (
    <div class="endpoint-offer" role="group" aria-label={i18n.t('endpoint.offer')}>
      <p aria-hidden="true">{i18n.t('endpoint.offer')}</p>
      <p class="row">
        {usable.map((endpoint) => (
          <Button onClick={() => props.onUse(endpoint)}>
            {i18n.t('endpoint.useOwn', { name: endpoint.name })}
          </Button>
        ))}
      </p>
    </div>
  );
}
