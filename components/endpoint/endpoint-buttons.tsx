import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';

/** The buttons of one endpoint; its name tells them apart from those of the others. */
export function EndpointButtons(props: {
  endpoint: OwnEndpoint;
  isInUse: boolean;
  onUse: () => void;
  onCheck: () => void;
  onRemove: () => void;
}) {
  const { endpoint, isInUse } = props;
  const { name } = endpoint;
  return (
    <>
      {endpoint.model !== undefined && (
        <Button
          kind={isInUse ? 'plain' : 'primary'}
          aria-label={
            isInUse
              ? i18n.t('endpoint.stopUsingOf', { name })
              : i18n.t('endpoint.useForAllOf', { name })
          }
          onClick={props.onUse}
        >
          {isInUse ? i18n.t('endpoint.stopUsing') : i18n.t('endpoint.useForAll')}
        </Button>
      )}
      <Button aria-label={i18n.t('endpoint.checkOf', { name })} onClick={props.onCheck}>
        {i18n.t('endpoint.check')}
      </Button>
      <Button
        kind="quiet"
        aria-label={i18n.t('endpoint.removeOf', { name })}
        onClick={props.onRemove}
      >
        {i18n.t('endpoint.remove')}
      </Button>
    </>
  );
}
