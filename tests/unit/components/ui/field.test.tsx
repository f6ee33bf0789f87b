import { describe, expect, it } from 'vitest';
import { Field } from '@/components/ui/field';
import { Page } from '../../support/page';

const control = (error?: string) => (
  <Field label="Address" hint="With https" error={error}>
    {(wiring) => <input type="text" {...wiring} />}
  </Field>
);

const description = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);

describe('Field', () => {
  it('names its control and describes it by its hint', async () => {
    const page = await Page.open(control());
    const input = page.field('textbox', 'Address');
    expect(description(input)).toEqual(['With https']);
    expect(input.hasAttribute('aria-invalid')).toBe(false);
  });

  it('announces what is wrong, and describes the control by it', async () => {
    const page = await Page.open(control());
    await page.show(control('No such host'));
    const input = page.field('textbox', 'Address');
    expect(page.get('alert').textContent).toBe('No such host');
    expect(description(input)).toEqual(['With https', 'No such host']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });
});
