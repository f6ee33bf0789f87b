import { i18n } from '#i18n';
import { CopyButton } from '@/components/ui/copy-button';

/** The redirect URI to register, whole and ready to copy. */
export function RedirectUri(props: { uri: string }) {
  return (
    <div class="redirect-uri">
      <label class="field">
        <span>{i18n.t('setup.redirectUri')}</span>
        <textarea
          rows={3}
          dir="ltr"
          readOnly
          value={props.uri}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <CopyButton text={() => props.uri} />
    </div>
  );
}
