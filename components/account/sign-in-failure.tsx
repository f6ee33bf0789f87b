import { ErrorNotice } from '@/components/ui/notice';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';

/** Ends that the person chose: told, but nothing went wrong. */
const DECISIONS: ReadonlyArray<CompanionError['kind']> = ['sign-in-cancelled', 'sign-in-denied'];

/** How a sign-in ended that brought nothing. */
export function SignInFailure(props: {
  error: CompanionError;
  /** The link that helps stands elsewhere already. */
  isWithoutLink?: boolean;
  onDismiss?: () => void;
}) {
  const { error, onDismiss } = props;
  const { title, detail, next } = describeError(error);
  return (
    <ErrorNotice
      description={{ title, detail, ...(next && !props.isWithoutLink ? { next } : {}) }}
      isCalm={DECISIONS.includes(error.kind)}
      {...(onDismiss ? { onDismiss } : {})}
    />
  );
}
