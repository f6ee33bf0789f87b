/**
 * Reads what is selected in the frame it runs in: lines and indentation as they are shown. It is
 * injected by `scripting.executeScript`, so it stands alone: nothing outside its body exists there.
 */
export function selectionOfFrame(): string {
  const field = document.activeElement;
  // Never a password, not even as the dots that the browser shows for it.
  if (field instanceof HTMLInputElement && field.type === 'password') return '';
  const isTextField =
    field instanceof HTMLTextAreaElement ||
    // Other types (number, date…) have no selection to read.
    (field instanceof HTMLInputElement && /^(text|search|url|tel)$/.test(field.type));
  if (isTextField) {
    const { selectionStart, selectionEnd, value } = field;
    const selected = value.slice(selectionStart ?? 0, selectionEnd ?? 0);
    if (selected !== '') return selected;
  }
  return document.getSelection()?.toString() ?? '';
}
