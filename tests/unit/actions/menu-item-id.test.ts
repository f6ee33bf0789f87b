// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ACTION_IDS } from '@/utils/actions/action';
import { menuItemId, parseMenuItemId } from '@/utils/actions/menu-item-id';

describe('menuItemId', () => {
  it.each(['panel', 'window'] as const)(
    'says which action and that it answers in the %s',
    (surface) => {
      for (const action of ACTION_IDS) {
        expect(parseMenuItemId(menuItemId(action, surface))).toEqual({ action, surface });
      }
    },
  );

  it('is the bare action where the panel answers', () => {
    expect(menuItemId('summarize', 'panel')).toBe('summarize');
  });
});

describe('parseMenuItemId', () => {
  it.each(['', 'window:', 'dance', 'window:dance', 'window:window:ask', 'card:ask', 7])(
    'knows nothing of %j',
    (id) => {
      expect(parseMenuItemId(id)).toBeUndefined();
    },
  );
});
