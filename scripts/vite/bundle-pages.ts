import type { InlineConfig, Plugin } from 'vite';

/** The entrypoints that are built together, as WXT names them. */
type Entrypoints = readonly { readonly type: string }[];

const POLYFILL = 'webextension-polyfill';

/**
 * Builds the extension pages small, since a popup is waited for. What pages share goes into one file: in
 * many small ones each compresses for itself. The polyfill stays out: its listeners, which may answer with
 * a promise, are the background's need; what pages call returns promises in every browser of Manifest V3.
 *
 * Give it to WXT's `vite:build:extendConfig`, which tells what is built.
 */
export function bundlePages(entrypoints: Entrypoints, config: InlineConfig): void {
  if (!entrypoints.some(({ type }) => type === 'popup')) return;
  config.plugins = [...(config.plugins ?? []), nativeBrowser()];
  const groups = [{ name: 'shared', test: /./, minShareCount: 2 }];
  const output = config.build?.rollupOptions?.output;
  // In place: Vite keeps the same object under another name too.
  if (output && !Array.isArray(output)) Object.assign(output, { codeSplitting: { groups } });
}

function nativeBrowser(): Plugin {
  return {
    name: 'native-browser',
    enforce: 'pre',
    resolveId: (id) => (id === POLYFILL ? `\0${POLYFILL}` : undefined),
    load: (id) =>
      id === `\0${POLYFILL}` ? 'export default globalThis.browser ?? globalThis.chrome' : undefined,
  };
}
