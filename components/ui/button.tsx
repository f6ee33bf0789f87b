import type { ButtonHTMLAttributes, Ref } from 'preact';
import { Icon, type IconName } from './icon';

/** What a button is for: the one thing to do, one of several, something beside them, what can't be taken back. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

/** A button, with all that `<button>` takes. It submits only where it says so. */
export function Button(
  props: Omit<ButtonHTMLAttributes, 'class'> & {
    class?: string;
    kind?: ButtonKind;
    /** Stands before the words, or alone: then it needs an `aria-label`. */
    icon?: IconName;
    ref?: Ref<HTMLButtonElement>;
  },
) {
  const { kind = 'plain', icon, class: more, children, ...others } = props;
  const look = kind === 'plain' ? 'button' : `button button-${kind}`;
  return (
    <button type="button" {...others} class={more ? `${look} ${more}` : look}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
