import { describe, expect, it } from 'vitest';
import { ACTION_IDS } from '@/utils/actions/action';
import { actionShortcut } from '@/utils/keyboard/action-shortcut';
import { isComposing } from '@/utils/keyboard/is-composing';

interface Key extends KeyboardEventInit {
  keyCode?: number;
}

function press({ keyCode, ...init }: Key): KeyboardEvent {
  const event = new KeyboardEvent('keydown', init);
  if (keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: keyCode });
  return event;
}

describe('actionShortcut', () => {
  it.each(ACTION_IDS.map((action, index) => [index + 1, action] as const))(
    'takes Alt+%s for %s, whatever the layout types',
    (digit, action) => {
      expect(actionShortcut(press({ code: `Digit${digit}`, key: '¡', altKey: true }), 'ask')).toBe(
        action,
      );
      expect(actionShortcut(press({ code: `Numpad${digit}`, altKey: true }), 'ask')).toBe(action);
    },
  );

  it.each([
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }],
    ['Cmd+Enter', { key: 'Enter', metaKey: true }],
  ])('takes %s for the given action', (_title, init) => {
    expect(actionShortcut(press(init), 'summarize')).toBe('summarize');
    expect(actionShortcut(press(init), 'ask')).toBe('ask');
  });

  it.each<[string, Key]>([
    ['Enter alone', { key: 'Enter' }],
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
    ['a digit alone', { code: 'Digit1', key: '1' }],
    ['Alt+7', { code: 'Digit7', altKey: true }],
    ['Alt+0', { code: 'Digit0', altKey: true }],
    ['AltGr+1, which is Ctrl and Alt', { code: 'Digit1', altKey: true, ctrlKey: true }],
    ['Alt+Shift+1', { code: 'Digit1', altKey: true, shiftKey: true }],
    ['Alt+Cmd+1', { code: 'Digit1', altKey: true, metaKey: true }],
    ['Alt with a key that types 1', { code: 'KeyA', key: '1', altKey: true }],
    ['F1', { code: 'F1', altKey: true }],
    ['Ctrl+Enter while composing', { key: 'Enter', ctrlKey: true, isComposing: true }],
    ['Ctrl+Enter with keyCode 229', { key: 'Enter', ctrlKey: true, keyCode: 229 }],
    ['Alt+1 while composing', { code: 'Digit1', altKey: true, isComposing: true }],
  ])('leaves %s alone', (_title, init) => {
    expect(actionShortcut(press(init), 'ask')).toBeUndefined();
  });
});

describe('isComposing', () => {
  it.each<[string, Key, boolean]>([
    ['a plain Enter', { key: 'Enter', keyCode: 13 }, false],
    ['a key of a composition', { key: 'Enter', isComposing: true }, true],
    ['the last Enter in browsers that say so by keyCode 229', { key: 'Enter', keyCode: 229 }, true],
  ])('knows %s', (_title, init, isOne) => {
    expect(isComposing(press(init))).toBe(isOne);
  });
});
