import { describe, expect, it, vi } from 'vitest';
import { SetupGuide } from '@/components/account/setup-guide';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import type { Result } from '@/utils/result';
import { Page } from '../support/page';

async function openGuide(outcome: Result<null> = { ok: true, value: null }) {
  const saved: string[] = [];
  const page = await Page.open(
    <SetupGuide
      redirectUri={CHROMIUM_REDIRECT_URI}
      scopes="openid profile inference-api"
      newAppUrl="https://huggingface.co/settings/applications/new"
      onSave={(clientId) => {
        saved.push(clientId);
        return Promise.resolve(outcome);
      }}
    />,
  );
  return { page, saved };
}

describe('SetupGuide', () => {
  it('has three steps, in the order they are needed: the redirect URI, the app, the client id', async () => {
    const { page } = await openGuide();
    const [uri, app, id, ...others] = page.names('listitem');
    expect(app).toContain(
      'without a secret (a public app), with the scopes openid profile inference-api.',
    );
    expect(uri).toContain('Copy this redirect URI; the form will ask for it.');
    expect(id).toContain("Paste the app's client ID here.");
    expect(others).toEqual([]);
  });

  it('links to the form of Hugging Face', async () => {
    const { page } = await openGuide();
    expect(page.get('link', 'Open the form').getAttribute('href')).toBe(
      'https://huggingface.co/settings/applications/new',
    );
  });

  it('[AU-11] shows exactly the redirect URI and copies it', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    vi.stubGlobal('navigator', { clipboard });
    const { page } = await openGuide();
    const field = page.field('textbox', 'Redirect URI');
    expect(field.value).toBe(CHROMIUM_REDIRECT_URI);
    expect(field.readOnly).toBe(true);
    await page.press('Copy');
    expect(copied).toEqual([CHROMIUM_REDIRECT_URI]);
    vi.unstubAllGlobals();
  });

  it('selects the whole redirect URI when one goes there', async () => {
    const { page } = await openGuide();
    const field = page.field('textbox', 'Redirect URI');
    field.focus();
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, CHROMIUM_REDIRECT_URI.length]);
  });

  it('saves what was pasted, without another word', async () => {
    const { page, saved } = await openGuide();
    await page.paste(page.field('textbox', 'Client ID'), ' 1a2b ');
    await vi.waitFor(() => expect(saved).toEqual([' 1a2b ']));
    expect(page.all('alert')).toEqual([]);
  });

  it('says at once what is wrong, until it is changed', async () => {
    const error = { kind: 'client-id-invalid', reason: 'token' } as const;
    const { page } = await openGuide({ ok: false, error });
    await page.type(page.field('textbox', 'Client ID'), 'hf_abc');
    await page.key(page.field('textbox', 'Client ID'), { key: 'Enter' });
    await vi.waitFor(() =>
      expect(page.get('alert').textContent).toContain('That looks like a token or a secret'),
    );
    await page.type(page.field('textbox', 'Client ID'), '1a2b');
    expect(page.all('alert')).toEqual([]);
  });
});
