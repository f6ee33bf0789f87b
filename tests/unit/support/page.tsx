import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';

/** Accessible name, as far as the components here make use of the rules. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return labelOf(element);
  }
  if (element instanceof HTMLSelectElement) return labelOf(element);
  return (element.textContent ?? '').trim();
}

function labelOf(element: Element): string {
  const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null;
  return (label ?? element.closest('label')?.querySelector('span'))?.textContent ?? '';
}

const SELECTORS: Record<string, string> = {
  button: 'button:not([role])',
  link: 'a[href]:not([role])',
  textbox: 'input[type=text]:not([role]), textarea',
  searchbox: 'input[type=search]',
  combobox: '[role=combobox], select',
  checkbox: 'input[type=checkbox]',
  listitem: 'li:not([role])',
  heading: 'h1, h2, h3',
  blockquote: 'blockquote',
  region: 'section[aria-label], [role=region]',
};

/** A rendered component in a document, found in by role and name as a person would. */
export class Page {
  readonly root = document.createElement('main');

  static async open(content: ComponentChildren): Promise<Page> {
    document.body.replaceChildren();
    const page = new Page();
    document.body.append(page.root);
    await page.show(content);
    return page;
  }

  /** Renders, again if need be, and lets effects run. */
  async show(content: ComponentChildren): Promise<void> {
    await act(() => render(content, this.root));
  }

  /** Elements of a role that nothing hides. */
  all(role: string, name?: string): HTMLElement[] {
    const selector = SELECTORS[role] ?? `[role=${role}]`;
    return [...this.root.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => !element.closest('[hidden]') && (name === undefined || nameOf(element) === name),
    );
  }

  names(role: string): string[] {
    return this.all(role).map(nameOf);
  }

  /** The only element of a role and a name. */
  get(role: string, name?: string): HTMLElement {
    const [element, ...others] = this.all(role, name);
    if (!element || others.length > 0) {
      const there = this.names(role).join(', ');
      throw new Error(
        `${others.length + (element ? 1 : 0)} of ${role} ${name}; there are: ${there}`,
      );
    }
    return element;
  }

  field(
    role: 'textbox' | 'searchbox' | 'combobox',
    name: string,
  ): HTMLInputElement | HTMLTextAreaElement {
    const element = this.get(role, name);
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    if (!isField) throw new Error(`${name} is no field`);
    return element;
  }

  /** Presses a button, or what else of a role can be pressed. */
  async press(name: string, role = 'button'): Promise<void> {
    await act(() => this.get(role, name).click());
  }

  /** Presses the button of a menu, which opens a moment later. */
  async openMenu(name: string): Promise<void> {
    await this.press(name);
    const items = () => (this.all('menuitem').length > 0 ? true : undefined);
    await vi.waitUntil(items, { timeout: 10_000 });
    await act(() => undefined);
  }

  async type(
    field: HTMLInputElement | HTMLTextAreaElement,
    text: string,
    how: InputEventInit = {},
  ): Promise<void> {
    await act(() => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, ...how }));
    });
  }

  async paste(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
    await this.type(field, text, { inputType: 'insertFromPaste' });
  }

  /** Types into a field and leaves it. */
  async enter(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
    await this.type(field, text);
    await act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  }

  /** Chooses the option of a select whose words begin so. */
  async choose(name: string, words: string): Promise<void> {
    const select = this.get('combobox', name);
    if (!(select instanceof HTMLSelectElement)) throw new Error(`${name} is no select`);
    const option = [...select.options].find(({ text }) => text.startsWith(words));
    if (!option || option.disabled) throw new Error(`no option ${words} to choose`);
    await act(() => {
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  /** Presses a key. @returns false when the page has taken it for itself */
  async key(
    target: Element,
    init: KeyboardEventInit & { keyCode?: number },
  ): Promise<KeyboardEvent> {
    const { keyCode, ...others } = init;
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...others });
    // happy-dom does not take the legacy property from the init.
    if (keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: keyCode });
    await act(() => void target.dispatchEvent(event));
    return event;
  }
}
