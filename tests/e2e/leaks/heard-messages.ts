import type { View } from '../../drivers/driver.ts';

/**
 * Wraps what a page of ours talks to the background with; its modules look it up at each call. Our
 * bundle takes `browser` where there is one, and `chrome` elsewhere.
 */
const RECORD = `(() => {
  const heard = window.heardMessages = [];
  const hear = (message) => { heard.push(JSON.stringify(message) ?? ''); };
  const { runtime } = window.browser ?? chrome;
  const { sendMessage, connect } = runtime;
  runtime.sendMessage = async (...sent) => {
    hear(sent[0]);
    const answer = await sendMessage.apply(runtime, sent);
    hear(answer);
    return answer;
  };
  runtime.connect = (...options) => {
    const port = connect.apply(runtime, options);
    const { postMessage } = port;
    port.postMessage = (message) => { hear(message); postMessage.call(port, message); };
    port.onMessage.addListener(hear);
    return port;
  };
  runtime.onMessage.addListener((message) => { hear(message); });
})()`;

/** Records from now on all that a page of ours sends to the background and hears from it. */
export async function recordMessages(page: View): Promise<void> {
  await page.evaluate(RECORD);
}

/** What has been recorded so far, each message as JSON. */
export function heardMessages(page: View): Promise<string[]> {
  return page.evaluate<string[]>('window.heardMessages');
}
