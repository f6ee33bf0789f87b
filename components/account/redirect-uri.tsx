import { i18n } from '#i18n';
import { CopyButton } from '@/components/ui/copy-button';

/** The redirect URI to register, whole and ready to copy. */
export function RedirectUri(props: { uri: string }) {
  return (
    <div class="redirect-uri">
      <code aria-label={i18n.t('setup.redirectUri')}>{props.uri}</code>
      <CopyButton text={() => props.uri} />
    </div>
  );
}
