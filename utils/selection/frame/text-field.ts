type TextField = HTMLInputElement | HTMLTextAreaElement;

/** What is selected in a text field; empty for everything else. */
export function selectedInField(element: Element | null): string {
  if (!isTextField(element)) return '';
  return element.value.slice(element.selectionStart ?? 0, element.selectionEnd ?? 0);
}

/**
 * Whether the text of a field is a secret, however it is shown: a password field, one that says that a
 * password belongs into it (https://html.spec.whatwg.org/#autofill-field), or one that hides what is typed.
 * What only its page knows to be a secret is an ordinary field.
 */
export function isSecretField(element: Element | null): boolean {
  if (!element) return false;
  return (
    (element instanceof HTMLInputElement && element.type === 'password') ||
    /\b(?:current|new)-password\b/i.test(element.getAttribute('autocomplete') ?? '') ||
    (isEditable(element) && isMasked(element))
  );
}

/** Whether it takes typed text. */
export function isEditable(element: Element | null): element is HTMLElement {
  return isTextField(element) || (element instanceof HTMLElement && element.isContentEditable);
}

function isTextField(element: Element | null): element is TextField {
  if (element instanceof HTMLTextAreaElement) return true;
  // Other types (number, date…) have no selection to read.
  return (
    element instanceof HTMLInputElement && /^(text|search|url|tel|password)$/.test(element.type)
  );
}

/** Whether a text is drawn as dots. */
export function isMasked(element: Element): boolean {
  const masking = getComputedStyle(element).getPropertyValue('-webkit-text-security');
  return masking !== '' && masking !== 'none';
}
