import { useSignal } from '@preact/signals';
import { createContext, type ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';

/** Long enough to be read, milliseconds. */
const SHOWN_MS = 4000;

/** Called when what a person has changed is stored. Pages that say so provide it. */
export const TellSaved = createContext<() => void>(() => undefined);

/** Says politely that what was changed among its children is saved; once for changes that follow each other. */
export function SavedNote({ children }: { children: ComponentChildren }) {
  const isShown = useSignal(false);
  const note = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      isShown.value = false;
    };
    const tell = () => {
      clearTimeout(timer);
      isShown.value = true;
      timer = setTimeout(hide, SHOWN_MS);
    };
    return { tell, end: () => clearTimeout(timer) };
  }, []);
  useEffect(() => note.end, []);
  return (
    <TellSaved.Provider value={note.tell}>
      {children}
      <p class="saved-note" role="status">
        {isShown.value && i18n.t('setup.saved')}
      </p>
    </TellSaved.Provider>
  );
}
