/**
 * True while an input method is composing: its Enter chooses a word and must do nothing else. Some
 * browsers say so only by keyCode 229 (UI Events §3.7.3, and Safari and Chromium before it).
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
