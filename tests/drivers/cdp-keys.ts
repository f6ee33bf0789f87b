import type { Send } from './cdp-connection.ts';

const SHIFT = 8;

const MODIFIERS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: SHIFT };

/** Windows virtual key codes, which CDP asks for: https://learn.microsoft.com/windows/win32/inputdev/virtual-key-codes */
const NAMED_KEYS: Readonly<Record<string, { readonly code: number; readonly text?: string }>> = {
  Backspace: { code: 8 },
  Tab: { code: 9 },
  Enter: { code: 13, text: '\r' },
  Escape: { code: 27 },
  PageUp: { code: 33 },
  PageDown: { code: 34 },
  End: { code: 35 },
  Home: { code: 36 },
  ArrowLeft: { code: 37 },
  ArrowUp: { code: 38 },
  ArrowRight: { code: 39 },
  ArrowDown: { code: 40 },
  Delete: { code: 46 },
  F1: { code: 112 },
};

interface KeyEvent {
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  readonly modifiers: number;
  readonly text?: string;
}

function characterCode(character: string): string {
  if (/[a-z]/iu.test(character)) return `Key${character.toUpperCase()}`;
  if (/\d/u.test(character)) return `Digit${character}`;
  return character === ' ' ? 'Space' : '';
}

/** Reads `'Control+Enter'`, `'Alt+1'`, `'?'` into the fields of `Input.dispatchKeyEvent`. */
export function keyEvent(combination: string): KeyEvent {
  const names = combination.length === 1 ? [combination] : combination.split('+');
  const key = names.pop() ?? '';
  let modifiers = 0;
  for (const name of names) {
    const modifier = MODIFIERS[name];
    if (modifier === undefined) throw new Error(`No such modifier: ${name}`);
    modifiers |= modifier;
  }
  // With Control, Alt or Meta held a key types no text.
  const types = (modifiers & ~SHIFT) === 0;
  const named = NAMED_KEYS[key];
  if (!named && key.length !== 1) throw new Error(`No such key: ${key}`);
  const text = named ? named.text : key;
  return {
    key,
    code: named ? key : characterCode(key),
    windowsVirtualKeyCode: named ? named.code : key.toUpperCase().charCodeAt(0),
    modifiers,
    ...(types && text !== undefined ? { text } : {}),
  };
}

/** Presses and releases a key combination in the focused element of a document. */
export async function pressKey(send: Send, combination: string): Promise<void> {
  const event = keyEvent(combination);
  const type = event.text === undefined ? 'rawKeyDown' : 'keyDown';
  await send('Input.dispatchKeyEvent', { type, ...event });
  await send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', text: undefined });
}
