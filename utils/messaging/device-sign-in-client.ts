import { browser } from '@/utils/browser';
import { DEVICE_SIGN_IN_PORT, type DeviceSignInEvent } from './protocol';

/**
 * Has the background sign in with a code, which it does until the result is called or the page is gone.
 * A background that goes away takes the code with it, so the port is not opened again.
 *
 * @param onLost hears when the background has gone away; neither callback hears anything after the end
 * @returns the function that ends it
 */
export function openDeviceSignIn(
  onEvent: (event: DeviceSignInEvent) => void,
  onLost: () => void,
): () => void {
  let isOver = false;
  const port = browser.runtime.connect({ name: DEVICE_SIGN_IN_PORT });
  const end = () => {
    isOver = true;
    port.disconnect();
  };
  port.onMessage.addListener((message) => {
    if (isOver) return;
    const event = message as DeviceSignInEvent;
    if (event.kind !== 'code') end();
    onEvent(event);
  });
  port.onDisconnect.addListener(() => {
    if (!isOver) onLost();
    isOver = true;
  });
  return end;
}
