/** A message as the browser's model takes it. */
interface Prompt {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** A conversation with the browser's model. */
interface LanguageModelSession {
  /** Yields the answer in pieces, each following the last. */
  promptStreaming(input: string, options: { signal: AbortSignal }): AsyncIterable<string>;
  destroy(): void;
}

/**
 * What is used of the browser's model (https://developer.chrome.com/docs/ai/prompt-api). Pages have it, workers
 * don't; TypeScript doesn't know it yet.
 */
interface LanguageModelApi {
  availability(): Promise<unknown>;
  /** Downloads the model first, if need be; only soon after a click then. */
  create(options: {
    initialPrompts: readonly Prompt[];
    signal: AbortSignal;
  }): Promise<LanguageModelSession>;
}

/** How the browser's model can be used: at once, or after the browser has downloaded it. */
export type BuiltInState = 'available' | 'downloadable';

/** The browser's model; `undefined` where there is none. */
export function languageModel(): LanguageModelApi | undefined {
  const { LanguageModel: api } = globalThis as { LanguageModel?: Partial<LanguageModelApi> };
  const isThere = typeof api?.availability === 'function' && typeof api.create === 'function';
  return isThere ? (api as LanguageModelApi) : undefined;
}

/** Asks the browser whether its model can be used on this computer. Never fails; `undefined` where it can't. */
export async function readBuiltInState(): Promise<BuiltInState | undefined> {
  try {
    const availability = await languageModel()?.availability();
    if (availability === 'available') return availability;
    const isToCome = availability === 'downloadable' || availability === 'downloading';
    return isToCome ? 'downloadable' : undefined;
  } catch {
    return undefined;
  }
}
