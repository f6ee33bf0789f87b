import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { Keys } from '@/components/ui/keys';
import {
  readShortcuts,
  shortcutSettings,
  watchShortcuts,
  type Shortcut,
} from '@/utils/surfaces/shortcuts';

/** The shortcuts that work everywhere in the browser, as they are now, and the way to change them. */
export function BrowserShortcutsSection() {
  const shortcuts = useSignal<readonly Shortcut[] | undefined>(undefined);
  useEffect(() => {
    const read = () =>
      void readShortcuts().then((found) => {
        shortcuts.value = found;
      });
    read();
    return watchShortcuts(read);
  }, []);
  const openSettings = shortcutSettings();
  return (
    <section>
      <h2>{i18n.t('shortcuts.anywhere')}</h2>
      <dl class="facts">
        {shortcuts.value?.map(({ command, keys }) => (
          <div key={command}>
            <dt>{command === '_execute_action' ? i18n.t('shortcuts.open') : command}</dt>
            <dd>
              {keys ? <Keys of={keys} /> : <span class="hint">{i18n.t('shortcuts.none')}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {shortcuts.value?.length === 0 && <p class="hint">{i18n.t('shortcuts.notHere')}</p>}
      {openSettings ? (
        <p class="row">
          <Button onClick={() => void openSettings()}>{i18n.t('shortcuts.change')}</Button>
        </p>
      ) : (
        <p class="hint">{i18n.t('shortcuts.changeInFirefox')}</p>
      )}
    </section>
  );
}
