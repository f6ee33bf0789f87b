import { afterAll, beforeAll, expect, test } from 'vitest';
import { PDF_SENTENCE } from '../hub/pages.ts';
import { startHub, type Hub } from '../hub/hub.ts';

let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ redirectUris: ['https://example.org/back'] });
});

afterAll(() => hub.close());

function page(name: string): Promise<Response> {
  return fetch(new URL(name, hub.articleUrl));
}

test('the article is an ordinary page with numbered paragraphs, code and a table', async () => {
  expect(new URL(hub.articleUrl).hostname).toBe('localhost');
  const html = await (await fetch(hub.articleUrl)).text();
  for (let number = 1; number <= 8; number += 1) expect(html).toContain(`<p id="p${number}">`);
  expect(html).toContain('<pre id="code">');
  expect(html).toContain('<table id="orders">');
});

test('the page with frames embeds another origin', async () => {
  const html = await (await page('/frame')).text();
  expect(html).toContain('src="/paragraphs"');
  expect(html).toContain(`src="http://127.0.0.1:${new URL(hub.articleUrl).port}/paragraphs"`);
});

test.each([
  ['/blank', 'text/html'],
  ['/fields', 'text/html'],
  ['/paragraphs', 'text/html'],
  ['/plain', 'text/plain'],
  ['/pdf', 'application/pdf'],
])('%s is served as %s', async (name, type) => {
  const response = await page(name);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
});

test('the PDF says its sentence, and its cross-reference table is right', async () => {
  const file = await (await page('/pdf')).text();
  expect(file).toContain(`(${PDF_SENTENCE}) Tj`);
  const offsets = [...file.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
  for (const [index, offset] of offsets.entries()) {
    expect(file.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`));
  }
  expect(file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1]))).toMatch(/^xref/);
});

test('every account has a picture', async () => {
  const response = await fetch(`${hub.picturesOrigin}/avatars/ada.svg`);
  expect(response.headers.get('content-type')).toBe('image/svg+xml');
  expect((await fetch(`${hub.picturesOrigin}/avatars/nobody.svg`)).status).toBe(404);
});
