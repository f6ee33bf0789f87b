/** No error body is longer; what calls itself one may never end. Bytes. */
const MAXIMUM_BYTES = 64 * 1024;

/**
 * Reads the beginning of a body as text and closes it.
 *
 * @returns what had come when it ended, broke or reached 64 KiB
 */
export async function readBeginning(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  while (size < MAXIMUM_BYTES) {
    // A body that breaks says what it has said.
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    text += decoder.decode(value, { stream: !done });
    size += value?.length ?? 0;
    if (done) break;
  }
  await reader.cancel().catch(() => undefined);
  return text;
}
