import { interactionPolicy } from 'oidc-provider';

/**
 * When a person is asked. What the person agreed to in this session is not asked again; anything
 * new is, and `prompt=consent` always is (OpenID Connect Core 3.1.2.1). A device always is, because
 * it may be somebody else's (RFC 8628 §5.4).
 */
export function consentPolicy(): interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base();
  const consent = policy.get('consent');
  if (consent === undefined) throw new TypeError('oidc-provider has changed');
  // The provider's own check takes a scope that was declined once for settled.
  consent.checks.remove('op_scopes_missing');
  consent.checks.add(
    new interactionPolicy.Check('not_agreed', 'requested scopes not granted', ({ oidc }) => {
      if (oidc.result?.consent !== undefined) return false;
      if (oidc.deviceCode !== undefined) return true;
      const agreed = new Set(oidc.grant?.getOIDCScope().split(' '));
      return [...oidc.requestParamOIDCScopes].some((scope) => !agreed.has(scope));
    }),
  );
  return policy;
}
