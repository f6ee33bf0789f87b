import { useSignal } from '@preact/signals';
import { useContext, useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from './button';
import type { BuiltInState } from '@/utils/built-in/language-model';
import { BUILT_IN_CHOICE } from '@/utils/models/built-in';
import { PageActions } from './page-actions';

/** Offers to do the same with the browser's own model; nothing where the browser has none. */
export function BuiltInOffer() {
  const { retryWith, readBuiltInState } = useContext(PageActions);
  const state = useSignal<BuiltInState | undefined>(undefined);
  useEffect(() => {
    void readBuiltInState?.().then((found) => {
      state.value = found;
    });
  }, []);
  if (!retryWith || !state.value) return null;
  return (
    <Button onClick={() => retryWith({ choice: BUILT_IN_CHOICE })}>
      {state.value === 'available' ? i18n.t('builtIn.use') : i18n.t('builtIn.download')}
    </Button>
  );
}
