import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { ThemeChoice } from '@/components/ui/theme-choice';
import { Page } from '../../support/page';

async function open(isKept: boolean) {
  const chosen: string[] = [];
  const page = await Page.open(
    <ThemeChoice
      choice="system"
      onChoose={(choice) => {
        chosen.push(choice);
        return isKept;
      }}
    />,
  );
  const radios = [...page.root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const choose = (words: string) =>
    act(() => radios.find((radio) => radio.closest('label')?.textContent === words)?.click());
  return { page, radios, chosen, choose };
}

describe('ThemeChoice', () => {
  it('shows the choice and takes another', async () => {
    const { radios, chosen, choose } = await open(true);
    expect(radios.map(({ checked }) => checked)).toEqual([true, false, false]);
    await choose('Dark');
    expect(chosen).toEqual(['dark']);
    expect(radios.map(({ checked }) => checked)).toEqual([false, false, true]);
  });

  it('says where it cannot be kept, and does not claim it', async () => {
    const { page, radios, choose } = await open(false);
    for (const words of ['Dark', 'Light']) {
      await choose(words);
      expect(page.get('status').textContent).toContain('Not changed');
      expect(radios.map(({ checked }) => checked)).toEqual([true, false, false]);
    }
  });
});
