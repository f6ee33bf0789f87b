import type { Name, Role, View } from '../drivers/driver.ts';

/** More than any of our pages has to tab through. */
const MOST_TABS = 80;

const fits = (name: Name, given: string) =>
  typeof name === 'string' ? given === name : name.test(given);

/** Presses Tab, or another key, until an element has the focus, as somebody without a pointer does. */
export async function tabTo(
  view: View,
  role: Role,
  name: Name,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await view.waitFor(role, name);
  const passed: string[] = [];
  for (let count = 0; count <= MOST_TABS; count += 1) {
    const focused = await view.focused();
    if (focused.role === role && fits(name, focused.name)) return;
    passed.push(`${focused.role} "${focused.name}"`);
    await view.press(key);
  }
  throw new Error(`${key} does not lead to ${role} ${name}, but to ${passed.join(', ')}`);
}

/** Goes to a control and presses it. */
export async function pressOn(
  view: View,
  role: Role,
  name: Name,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await tabTo(view, role, name, key);
  await view.press('Enter');
}

/** Types a text into what has the focus, key by key. */
export async function type(view: View, text: string): Promise<void> {
  for (const key of text) await view.press(key);
}

/** A control that has done its work may go away; the focus must not go with it, but for the moment of a redraw. */
export async function keepsFocus(view: View): Promise<void> {
  await view.waitUntil('the focus on something', async () => (await view.focused()).role !== '');
}
