import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a control takes from its field. */
export interface FieldWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A control with its label, and below it a hint and what is wrong, both read with it. */
export function Field(props: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  /** In words; announced when it comes. */
  error?: ComponentChildren;
  /** Draws the control with all of the wiring. */
  children: (wiring: FieldWiring) => ComponentChildren;
}) {
  const { label, hint, error } = props;
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {props.children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
