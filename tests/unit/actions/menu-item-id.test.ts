// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ACTION_IDS } from '@/utils/actions/action';
import { menuItemId, parseMenuItemId } from '@/utils/actions/menu-item-id';

describe('menuItemId', () => {
  it.each([
    ['in the panel', { surface: 'panel', isCard: false }],
    ['in the window', { surface: 'window', isCard: false }],
    ['by the selection, else in the panel', { surface: 'panel', isCard: true }],
    ['by the selection, else in the window', { surface: 'window', isCard: true }],
  ] as const)('says which action and that it answers %s', (_where, place) => {
    for (const action of ACTION_IDS) {
      expect(parseMenuItemId(menuItemId({ action, ...place }))).toEqual({ action, ...place });
    }
  });

  it('is the bare action where the panel answers', () => {
    const choice = { action: 'summarize', surface: 'panel', isCard: false } as const;
    expect(menuItemId(choice)).toBe('summarize');
  });
});

describe('parseMenuItemId', () => {
  it.each([
    '',
    'window:',
    'card:',
    'dance',
    'window:dance',
    'card:dance',
    'window:window:ask',
    'window:card:ask',
    'card:card:ask',
    7,
  ])('knows nothing of %j', (id) => {
    expect(parseMenuItemId(id)).toBeUndefined();
  });
});
