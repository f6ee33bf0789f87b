import { ErrorNotice } from '@/components/ui/notice';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError, type ErrorDescription } from '@/utils/errors/describe-error';

/** Ends that somebody chose, here or on Hugging Face: told, but nothing went wrong. */
const DECISIONS: ReadonlyArray<CompanionError['kind']> = [
  'sign-in-cancelled',
  'sign-in-denied',
  'account-in-use',
  'other-account',
  'scope-not-granted',
];

/** How a sign-in ended that brought nothing. */
export function SignInFailure(props: {
  error: CompanionError;
  /** Stands for the error's own words where those would not be true. */
  description?: ErrorDescription;
  /** The link that helps stands elsewhere already. */
  isWithoutLink?: boolean;
  onDismiss?: () => void;
}) {
  const { error, onDismiss } = props;
  const { title, detail, next } = props.description ?? describeError(error);
  return (
    <ErrorNotice
      description={{ title, detail, next: props.isWithoutLink ? [] : next }}
      isCalm={DECISIONS.includes(error.kind)}
      {...(onDismiss ? { onDismiss } : {})}
    />
  );
}
