import { useId } from 'preact/hooks';

/** Grants a scope or gives it back. Shows what is granted: it moves when the server has answered. */
export function ScopeSwitch(props: {
  label: string;
  description: string;
  isGranted: boolean;
  isDisabled: boolean;
  onSet: (isOn: boolean) => void;
}) {
  const { label, isGranted } = props;
  const descriptionId = useId();
  return (
    <>
      <label class="switch">
        <span>{label}</span>
        <input
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox says it itself
          role="switch"
          aria-describedby={descriptionId}
          checked={isGranted}
          disabled={props.isDisabled}
          onClick={(event) => {
            event.preventDefault();
            props.onSet(!isGranted);
          }}
        />
      </label>
      <p class="hint" id={descriptionId}>
        {props.description}
      </p>
    </>
  );
}
