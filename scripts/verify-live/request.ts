/** Long enough for a slow answer, short enough for somebody who waits at a terminal. */
export const PATIENCE_MS = 30_000;

/** A whole answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON value of the body; absent when it is none. */
  readonly body: unknown;
}

/** Makes one request without following redirects, and reads the answer to its end. */
export async function request(url: string, init: RequestInit = {}): Promise<Answer> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return await readAnswer(await fetch(url, { redirect: 'manual', ...init, signal }));
}

/** Reads an answer to its end, and leaves it unread for whoever else wants it. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.clone().text();
  return { status: response.status, headers: response.headers, text, body: parseJson(text) };
}

/** A text member of a JSON object. */
export function textOf(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : undefined;
}

/** The header that a request is authorized by (RFC 6750 §2.1). */
export function bearer(accessToken: string): { authorization: string } {
  return { authorization: `Bearer ${accessToken}` };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An answer that is not JSON is an observation, not a failure.
    return undefined;
  }
}
