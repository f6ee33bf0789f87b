import { i18n } from '#i18n';
import { Keys } from '@/components/ui/keys';
import { ACTION_IDS } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';

/** The keys of our own pages, which are always the same: utils/keyboard. */
export function PageKeysSection() {
  const isMac = navigator.platform.startsWith('Mac');
  const keys = [
    { does: i18n.t('shortcuts.run'), keys: isMac ? '⌘+Enter' : 'Ctrl+Enter' },
    ...ACTION_IDS.map((id, index) => ({
      does: actionTitle(id),
      keys: `${isMac ? '⌥' : 'Alt'}+${index + 1}`,
    })),
    { does: i18n.t('shortcuts.escape'), keys: 'Esc' },
  ];
  return (
    <section>
      <h2>{i18n.t('shortcuts.inPages')}</h2>
      <p class="hint">{i18n.t('shortcuts.inPagesHint')}</p>
      <dl class="facts">
        {keys.map((each) => (
          <div key={each.keys}>
            <dt>{each.does}</dt>
            <dd>
              <Keys of={each.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
