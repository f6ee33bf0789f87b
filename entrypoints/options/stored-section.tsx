import { i18n } from '#i18n';

/** What is kept where, in plain words. PRIVACY.md has all of it, by key. */
export function StoredSection() {
  return (
    <section id="stored">
      <h2>{i18n.t('stored.title')}</h2>
      <dl class="facts facts-long">
        <div>
          <dt>{i18n.t('stored.onDisk')}</dt>
          <dd>{i18n.t('stored.onDiskWhat')}</dd>
        </div>
        <div>
          <dt>{i18n.t('stored.inDatabase')}</dt>
          <dd>{i18n.t('stored.inDatabaseWhat')}</dd>
        </div>
        <div>
          <dt>{i18n.t('stored.inSession')}</dt>
          <dd>{i18n.t('stored.inSessionWhat')}</dd>
        </div>
        <div>
          <dt>{i18n.t('stored.elsewhere')}</dt>
          <dd>{i18n.t('stored.elsewhereWhat')}</dd>
        </div>
      </dl>
    </section>
  );
}
