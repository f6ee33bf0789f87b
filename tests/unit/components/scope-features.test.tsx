import { describe, expect, it } from 'vitest';
import { otherScopes, scopeFeature } from '@/utils/account/scope-features';
import { BASE_SCOPES, OPTIONAL_SCOPES } from '@/utils/config/offered-scopes';

describe('scopeFeature', () => {
  it.each([...BASE_SCOPES, ...OPTIONAL_SCOPES])(
    'says in words of its own what %s is for',
    (scope) => {
      const feature = scopeFeature(scope);
      expect(feature.label).not.toBe(scope);
      expect(feature.use).not.toBe(scopeFeature('jobs').use);
    },
  );

  it('has words, but no use, for what a broader app may have asked for', () => {
    expect(scopeFeature('contribute-repos')).toEqual({
      label: 'Create repositories',
      use: 'Nothing here uses it.',
    });
  });

  it.each(['jobs', 'constructor', '__proto__'])(
    'calls %s by its name, as it knows no more',
    (scope) => {
      expect(scopeFeature(scope)).toMatchObject({ label: scope });
    },
  );
});

describe('otherScopes', () => {
  it('are those that are neither needed nor offered, in their order', () => {
    expect(otherScopes(['webhooks', 'openid', 'email', 'write-repos'])).toEqual([
      'webhooks',
      'write-repos',
    ]);
  });
});
