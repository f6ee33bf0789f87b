import { useSignal } from '@preact/signals';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { TellSaved } from './saved-note';

/** Shorter pauses are those between two keys, milliseconds. */
const REST_MS = 400;

/** A text that is stored as it is typed. */
export interface SavedText {
  /** As it is stored; a change of it replaces what was typed, once that is saved. */
  value: string;
  /**
   * Half of it means something else, or starts something: it is stored only when it is whole, which is
   * when it was pasted, confirmed by Enter or left.
   */
  isStoredWhole?: boolean;
  /** What is stored is not shown again: the field is empty then. */
  isSecret?: boolean;
  /** Stores it. @returns what is wrong with it, in words; `undefined` when it is stored */
  onSave: (text: string) => Promise<string | undefined>;
}

/**
 * Stores what is typed when the typing rests, and at the latest when the field is left or goes, with its page
 * even. What is refused stays as it was typed.
 */
export function useSavedText(props: SavedText) {
  const draft = useSignal<string | undefined>(undefined);
  const refusal = useSignal<string | undefined>(undefined);
  const tellSaved = useContext(TellSaved);
  const latest = useRef(props);
  latest.current = props;
  /** What was handed over last, and what of that is known to be stored, each as it was typed. */
  const handed = useRef(props.value);
  const stored = useRef(props.value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasFocus = useRef(false);

  /** Shows what is stored, in its own form. */
  const settle = () => {
    draft.value = undefined;
    handed.current = latest.current.value;
  };
  const save = () => {
    clearTimeout(timer.current);
    const text = draft.value;
    if (text === undefined || text === handed.current) return;
    handed.current = text;
    void latest.current.onSave(text).then((wrong) => {
      if (wrong === undefined) tellSaved();
      // What was typed since then has an answer of its own.
      if (draft.value !== text) return;
      refusal.value = wrong;
      if (wrong === undefined) stored.current = text;
      // The same can be tried again.
      else handed.current = latest.current.value;
      if (wrong === undefined && latest.current.isSecret) settle();
    });
  };
  useEffect(() => {
    const isOurs = draft.value !== undefined && draft.value === handed.current;
    if (!isOurs) handed.current = props.value;
    if (!hasFocus.current && refusal.value === undefined) settle();
  }, [props.value]);
  useEffect(() => {
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      save();
    };
  }, []);
  return {
    text: draft.value ?? props.value,
    refusal: refusal.value,
    save,
    /** The text has become another. @param how `whole` where it was put there at once */
    type: (text: string, how: 'typed' | 'composing' | 'whole') => {
      draft.value = text;
      refusal.value = undefined;
      clearTimeout(timer.current);
      if (how === 'whole') timer.current = setTimeout(save);
      else if (how === 'typed' && !latest.current.isStoredWhole) {
        timer.current = setTimeout(save, REST_MS);
      }
    },
    enter: () => {
      hasFocus.current = true;
    },
    leave: () => {
      hasFocus.current = false;
      save();
      if (draft.value === stored.current) settle();
    },
  };
}
