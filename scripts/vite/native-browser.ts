import type { Plugin } from 'vite';

const POLYFILL = 'webextension-polyfill';

/**
 * Puts the browser's own API in the place of the polyfill, for what has no listener that answers with a
 * promise: only those need it in any browser of Manifest V3.
 */
export function nativeBrowser(): Plugin {
  return {
    name: 'native-browser',
    enforce: 'pre',
    resolveId: (id) => (id === POLYFILL ? `\0${POLYFILL}` : undefined),
    load: (id) =>
      id === `\0${POLYFILL}` ? 'export default globalThis.browser ?? globalThis.chrome' : undefined,
  };
}
