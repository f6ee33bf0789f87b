import { readFile } from 'node:fs/promises';
import { applyFault } from './apply-fault.ts';
import type { Handler } from './listen.ts';
import { pageOfKind } from './page-kinds.ts';
import { onePagePdf } from './pdf.ts';
import { send, sendJson } from './respond.ts';

const FILES: Readonly<Record<string, string>> = {
  '/article': 'article.html',
  '/blank': 'blank.html',
  '/frame': 'frame.html',
  '/fields': 'fields.html',
  '/paragraphs': 'paragraphs.html',
  '/plain': 'plain.txt',
};

const FOLDER = new URL('../fixtures/hub/', import.meta.url);

export const PDF_SENTENCE = 'A lighthouse lens turns a small flame into a beam.';

/** The ordinary web pages. `/frame` embeds a page of its own origin and one of another. */
export function pagesHandler(port: number): Handler {
  return async (exchange) => {
    if (await applyFault(exchange)) return;
    const { path, request, response } = exchange;
    const file = FILES[path];
    const origin = otherOrigin(request.headers.host, port);
    const kind = await pageOfKind(path, origin);
    if (kind) {
      send(response, 200, kind.body, kind.headers);
    } else if (path === '/pdf') {
      send(response, 200, onePagePdf(PDF_SENTENCE), { 'content-type': 'application/pdf' });
    } else if (file === undefined) {
      sendJson(response, 404, { error: 'Not Found' });
    } else {
      const text = await readFile(new URL(file, FOLDER), 'utf8');
      const type = file.endsWith('.txt') ? 'text/plain' : 'text/html';
      send(response, 200, text.replaceAll('OTHER_ORIGIN', origin), {
        'content-type': `${type}; charset=utf-8`,
      });
    }
  };
}

// The same server under its other name is another origin, and for a browser another site.
function otherOrigin(host: string | undefined, port: number): string {
  const name = host?.startsWith('localhost') ? '127.0.0.1' : 'localhost';
  return `http://${name}:${port}`;
}
