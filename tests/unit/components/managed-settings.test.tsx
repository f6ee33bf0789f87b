import { describe, expect, it } from 'vitest';
import { ManagedSettings } from '@/components/account/managed-settings';
import type { ManagedSetting } from '@/utils/config/managed-policy';
import { Page } from '../support/page';

/** What the list says: each name with its value. */
async function shown(...settings: ManagedSetting[]): Promise<[string, string][]> {
  const { root } = await Page.open(<ManagedSettings settings={settings} />);
  const texts = (name: string) =>
    [...root.querySelectorAll(name)].map(({ textContent }) => textContent ?? '');
  const values = texts('dl dd');
  return texts('dl dt').map((name, index) => [name, values[index] ?? '']);
}

describe('ManagedSettings', () => {
  it('is nothing where no administrator has set anything', async () => {
    const page = await Page.open(<ManagedSettings settings={[]} />);
    expect(page.root.innerHTML).toBe('');
  });

  it('says who has set it', async () => {
    const settings = [{ key: 'BILLING_ORGANIZATION' as const, value: 'engines' }];
    const page = await Page.open(<ManagedSettings settings={settings} />);
    expect(page.names('heading')).toEqual(['Set by your organization']);
  });

  it('has words for every key, in the order given', async () => {
    expect(
      await shown(
        { key: 'OAUTH_CLIENT_ID', value: '1a2b' },
        { key: 'OAUTH_SCOPES', value: 'openid email' },
        { key: 'OPENID_PROVIDER_URL', value: 'https://hub.example' },
        { key: 'INFERENCE_ROUTER_URL', value: 'https://router.example' },
        { key: 'ALLOWED_MODELS', value: 'demo/one, org/*' },
        { key: 'ALLOWED_PROVIDERS', value: 'groq' },
        { key: 'BILLING_ORGANIZATION', value: 'engines' },
        { key: 'HISTORY_DISABLED', value: 'true' },
      ),
    ).toEqual([
      ['Client ID', '1a2b'],
      ['Scopes', 'openid email'],
      ['Sign-in server', 'https://hub.example'],
      ['Inference server', 'https://router.example'],
      ['Models that may be used', 'demo/one, org/*'],
      ['Providers that text may go to', 'groq'],
      ['Organization that pays', 'engines'],
      ['Store no texts and no answers', 'Yes'],
    ]);
  });

  it('says when a history is expressly allowed', async () => {
    const settings = await shown({ key: 'HISTORY_DISABLED', value: 'false' });
    expect(settings).toEqual([['Store no texts and no answers', 'No']]);
  });

  it.each(['OPENID_PROVIDER_URL', 'HISTORY_DISABLED'] as const)(
    'says that a %s has no effect when this build cannot use it',
    async (key) => {
      const [[, value] = []] = await shown({ key, value: undefined });
      expect(value).toBe('Set to something that this build cannot use, so it has no effect.');
    },
  );
});
