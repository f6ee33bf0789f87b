import { expect, vi } from 'vitest';
import { PARAGRAPH, WAIT, type useCompanion } from './companion';

/** The page whose text is chosen. */
export const CARD_PAGE = 'https://example.org/lens';

/** The window that shows the runs of the page's own. */
export const CARD_WINDOW = 'chrome-extension://test-extension-id/sidepanel.html?window=1';

/** Chooses Explain on an ordinary page. @returns the ticket that was left there */
export async function inviteCard(
  { extension }: ReturnType<typeof useCompanion>,
  info: object = {},
  item = 'card:explain',
): Promise<string> {
  const before = extension.invitations.length;
  extension.clickMenu(item, PARAGRAPH, info, { url: CARD_PAGE });
  await vi.waitFor(() => expect(extension.invitations.length).toBeGreaterThan(before), WAIT);
  return extension.invitations.at(-1)?.ticket ?? '';
}
