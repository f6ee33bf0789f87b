/**
 * Puts a text on the clipboard. Call it in the person's click. Pages without a secure connection have no
 * clipboard to write to, and others forbid it: there the text is given to the browser's own copying, before
 * the page hears of it.
 *
 * @returns whether it is there now
 */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    const isWritten = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isWritten) return true;
  }
  let isGiven = false;
  const give = (event: ClipboardEvent) => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    isGiven = true;
  };
  addEventListener('copy', give, { capture: true });
  // Nothing else copies where the newer way is closed.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand('copy');
  removeEventListener('copy', give, { capture: true });
  return isGiven;
}
