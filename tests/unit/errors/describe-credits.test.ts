// @vitest-environment node
import { expect, it } from 'vitest';
import { describeError } from '@/utils/errors/describe-error';

const BILLING = {
  kind: 'link',
  href: 'https://huggingface.co/settings/billing?add-credits=true',
  label: 'Open billing',
};

it('[R22] offers every way to go on when the credits are used up, what costs nothing first', () => {
  const { detail, next } = describeError({
    kind: 'credits-used-up',
    free: ['org/gift'],
    builtIn: true,
    endpoints: [{ id: 'e1', name: 'Home', model: 'lens-7b' }],
    isByOrganization: true,
    organizations: [{ username: 'lighthouse', name: 'Lighthouse' }],
  });
  expect(detail).toContain('Your text is kept, and goes on with one click');
  expect(next).toEqual([
    {
      kind: 'retry-with',
      override: { choice: { model: 'org/gift' } },
      label: 'Use org/gift (free)',
    },
    { kind: 'built-in' },
    {
      kind: 'retry-with',
      override: { choice: { model: 'lens-7b', endpoint: 'e1' } },
      label: 'Use lens-7b at Home',
    },
    { kind: 'retry-with', override: { billTo: '' }, label: 'Pay for it yourself' },
    {
      kind: 'retry-with',
      override: { billTo: 'lighthouse' },
      label: 'Bill it to Lighthouse',
    },
    BILLING,
  ]);
});

it('[R22] says that nothing is free where there is no way but to pay', () => {
  expect(describeError({ kind: 'credits-used-up', free: [] })).toMatchObject({
    detail: expect.stringContaining('No model on the list is free now'),
    next: [BILLING],
  });
});
