import { describe, expect, it } from 'vitest';
import { SettingForm } from '@/components/account/setting-form';
import { Page } from '../support/page';

describe('SettingForm', () => {
  it.each([
    ['Enter', { key: 'Enter' }, false],
    ['Enter while composing', { key: 'Enter', isComposing: true }, true],
    ['Enter with keyCode 229', { key: 'Enter', keyCode: 229 }, true],
  ])('keeps %s from saving: %o', async (_title, key, isKept) => {
    const onSave = () => Promise.resolve({ ok: true as const, value: null });
    const page = await Page.open(<SettingForm label="Id" value={undefined} onSave={onSave} />);
    // A browser submits the form by an Enter that nobody has prevented.
    const event = await page.key(page.field('textbox', 'Id'), key);
    expect(event.defaultPrevented).toBe(isKept);
  });
});
