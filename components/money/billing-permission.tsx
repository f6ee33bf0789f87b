import { PageLink } from '@/components/ui/page-link';
import { scopeFeature } from '@/utils/account/scope-features';

/** What the permission to read billing would be good for here, and the way to its switch, by its name. */
export function BillingPermission({ why }: { why: string }) {
  return (
    <p class="hint">
      {why}{' '}
      <PageLink href="/options.html#permissions">{scopeFeature('read-billing').label}</PageLink>
    </p>
  );
}
