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
          role="switch"
          aria-describedby={descriptionId}
          aria-checked={isGranted}
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
