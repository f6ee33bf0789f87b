import type { Provider } from 'oidc-provider';

export type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The scopes an authorization asks for, in its order. */
export function askedScopes({ params: { scope } }: Interaction): string[] {
  return typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [];
}

/**
 * Stores what a person agrees to now, with what was agreed to before and not asked about again.
 *
 * It is a new grant each time, so that tokens already issued keep the scopes they have.
 *
 * @param agreeable the only scopes the person agrees to; all when undefined
 * @returns the id of the grant
 */
export async function storeConsent(
  provider: Provider,
  interaction: Interaction,
  agreeable: readonly string[] | undefined,
): Promise<string> {
  const { grantId, params, session } = interaction;
  const asked = askedScopes(interaction);
  const earlier = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const kept = (earlier?.getOIDCScope() ?? '').split(' ').filter((scope) => !asked.includes(scope));
  const agreed = asked.filter((scope) => agreeable?.includes(scope) ?? true);
  const grant = new provider.Grant({
    accountId: session?.accountId,
    clientId: String(params['client_id']),
  });
  grant.addOIDCScope([...kept, ...agreed].join(' ').trim());
  return grant.save();
}
