import { i18n } from '#i18n';
import { PageLink } from '@/components/ui/page-link';
import { browser } from '@/utils/browser';

/** Which version this is, what is in it, and who makes it. The files come with the extension. */
export function AboutPlace() {
  const { version } = browser.runtime.getManifest();
  return (
    <section>
      <h2>{i18n.t('extension.name')}</h2>
      <p>
        {i18n.t('options.version', { version })}. {i18n.t('account.notAffiliated')}
      </p>
      <p>{i18n.t('options.privacy')}</p>
      <ul class="links">
        <li class="row">
          <PageLink href="/welcome.html">{i18n.t('welcome.page')}</PageLink>
        </li>
        <li class="row">
          <PageLink href="/CHANGELOG.txt">{i18n.t('about.changes')}</PageLink>
        </li>
        <li class="row">
          <PageLink href="/PRIVACY.txt">{i18n.t('about.privacy')}</PageLink>
        </li>
        <li class="row">
          <PageLink href="/LICENSE.txt">{i18n.t('about.licence')}</PageLink>
        </li>
      </ul>
    </section>
  );
}
