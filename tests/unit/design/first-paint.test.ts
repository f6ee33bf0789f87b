// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// A script that blocks the parser and stands before all style: nothing is painted until it has run.
it.each(globSync('entrypoints/*/index.html'))('%s has its theme before its first paint', (page) => {
  const html = readFileSync(page, 'utf8');
  const [first] = html.match(/<(script|link rel="stylesheet"|style)[^>]*>/) ?? [];
  expect(first).toBe('<script src="/theme.js">');
});
