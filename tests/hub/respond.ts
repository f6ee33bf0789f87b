import type { ServerResponse } from 'node:http';

/** Answers with JSON in one piece. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, JSON.stringify(body), {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  });
}

/** Answers with a page. Its address may hold the state of a sign-in, which no cache is to keep. */
export function sendHtml(response: ServerResponse, status: number, html: string): void {
  send(response, status, html, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
}

/** Answers in one piece. */
export function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, {
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(body);
}
