import { i18n } from '#i18n';
import { PageLink } from '@/components/ui/page-link';

/** What next, once no step is open. */
export function AllDone() {
  return (
    <section class="all-done" aria-labelledby="all-done">
      <h2 id="all-done">{i18n.t('welcome.allDone')}</h2>
      <p>{i18n.t('welcome.next')}</p>
      <p class="row">
        <PageLink href="/options.html#shortcuts">{i18n.t('welcome.shortcuts')}</PageLink>
        <PageLink href="/options.html">{i18n.t('account.options')}</PageLink>
      </p>
      <p class="hint">{i18n.t('welcome.again')}</p>
    </section>
  );
}
