const MODIFIERS: Readonly<Record<string, string>> = {
  Alt: 'altKey',
  Control: 'ctrlKey',
  Meta: 'metaKey',
  Shift: 'shiftKey',
};

/** A key as Firefox's own EventUtils takes it: a character, or `KEY_` and the name of a key. */
export interface SynthesizedKey {
  readonly key: string;
  readonly modifiers: Readonly<Record<string, true>>;
}

/** Reads `'Control+Enter'`, `'Alt+1'`, `'?'`. */
export function synthesizedKey(combination: string): SynthesizedKey {
  const names = combination.length === 1 ? [combination] : combination.split('+');
  const key = names.pop() ?? '';
  const modifiers = names.map((name): [string, true] => {
    const modifier = MODIFIERS[name];
    if (modifier === undefined) throw new Error(`No such modifier: ${name}`);
    return [modifier, true];
  });
  return { key: key.length === 1 ? key : `KEY_${key}`, modifiers: Object.fromEntries(modifiers) };
}
