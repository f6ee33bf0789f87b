import type { Account } from '@/utils/account/account';

/** The person's picture, or their initials. Decorative: the name stands beside it. */
export function Avatar(props: { account: Account }) {
  const { picture, fullName } = props.account;
  if (picture) return <img class="avatar" src={picture} alt="" width={36} height={36} />;
  const initials = fullName
    .split(/\s+/)
    .map((word) => Array.from(word)[0] ?? '')
    .slice(0, 2)
    .join('');
  return (
    <span class="avatar avatar-initials" aria-hidden="true">
      {initials.toLocaleUpperCase()}
    </span>
  );
}
