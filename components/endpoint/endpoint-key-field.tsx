import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { refusalOf } from '@/components/ui/refusal-of';
import { SavedField } from '@/components/ui/saved-field';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { Result } from '@/utils/result';

/** Gives an endpoint a key, or another one, or takes it away. The key itself is never shown again. */
export function EndpointKeyField(props: {
  endpoint: OwnEndpoint;
  onKey: (key: string) => Promise<Result<null>>;
  onRemove: () => void;
}) {
  const { name, hasKey } = props.endpoint;
  return (
    <>
      <SavedField
        label={i18n.t('endpoint.changeKey', { name })}
        value=""
        isSecret
        isStoredWhole
        onSave={async (key) => refusalOf(await props.onKey(key))}
      />
      {hasKey && (
        <p class="row">
          <Button
            kind="quiet"
            aria-label={i18n.t('endpoint.removeKey', { name })}
            onClick={props.onRemove}
          >
            {i18n.t('endpoint.removeTheKey')}
          </Button>
        </p>
      )}
    </>
  );
}
