import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/utils/keyboard/is-composing';

/** So long after the last key a word is likely to be whole. Milliseconds. */
const PAUSE_MS = 150;

/**
 * The search field. Searches as one types, after a short pause; never for what an input method is still
 * composing. Enter searches at once. Takes the focus when it appears.
 */
export function HistorySearch(props: { onSearch: (query: string) => void }) {
  const query = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    field.current?.focus();
    return () => clearTimeout(timer.current);
  }, []);
  const searchNow = () => {
    clearTimeout(timer.current);
    props.onSearch(query.value);
  };
  const searchSoon = (text: string) => {
    query.value = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(searchNow, PAUSE_MS);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        searchNow();
      }}
    >
      <input
        ref={field}
        type="search"
        aria-label={i18n.t('history.search')}
        placeholder={i18n.t('history.search')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          if (!event.isComposing) searchSoon(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => searchSoon(event.currentTarget.value)}
        onKeyDown={(event) => {
          const { currentTarget } = event;
          if (isComposing(event)) {
            if (event.key === 'Enter') event.preventDefault();
            return;
          }
          if (event.key !== 'Escape' || currentTarget.value === '') return;
          // The first Escape empties the field, the next leaves.
          event.preventDefault();
          currentTarget.value = '';
          query.value = '';
          searchNow();
        }}
      />
    </form>
  );
}
