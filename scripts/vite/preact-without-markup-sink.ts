import type { Plugin } from 'vite';

/** The branch of preact 11's `diffElementNodes` that writes `dangerouslySetInnerHTML` into the page. */
const SINK =
  /\(\w+\|\|\w+&&\(\w+\.__html==\w+\.__html\|\|\w+\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\),(\w+\.__k=\[\])\)/;

/**
 * Removes Preact's only markup sink from the bundle. Nothing here uses it, Trusted Types would
 * refuse it, and an add-on reviewer's linter warns of it. Fails the build when Preact changes shape.
 */
export function preactWithoutMarkupSink(): Plugin {
  return {
    name: 'preact-without-markup-sink',
    enforce: 'pre',
    transform(code, id) {
      if (!/preact[\\/]dist[\\/]preact\.mjs/.test(id)) return undefined;
      if (!SINK.test(code)) {
        throw new Error('preact has changed: its innerHTML branch was not found. Adapt SINK.');
      }
      return { code: code.replace(SINK, '($1)'), map: null };
    },
  };
}
