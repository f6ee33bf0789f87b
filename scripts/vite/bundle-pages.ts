import type { InlineConfig } from 'vite';
import { nativeBrowser } from './native-browser.ts';

/** The entrypoints that are built together, as WXT names them. */
type Entrypoints = readonly { readonly type: string }[];

/** What the bundler tells about a module while it makes groups of them. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

const POPUP = '/entrypoints/popup/main.tsx';

/**
 * Builds the extension pages small, since a popup is waited for. What pages share with what the popup
 * loads first goes into one file: in many small ones each compresses for itself. What only the others
 * share, or the popup loads later, is not for it to wait for. The polyfill stays out: its listeners, which may answer with a promise, are the background's need;
 * what pages call returns promises in every browser of Manifest V3.
 *
 * Give it to WXT's `vite:build:extendConfig`, which tells what is built.
 */
export function bundlePages(entrypoints: Entrypoints, config: InlineConfig): void {
  if (!entrypoints.some(({ type }) => type === 'popup')) return;
  config.plugins = [...(config.plugins ?? []), nativeBrowser()];
  const name = (id: string, graph: ModuleGraph) => (isOfPopup(id, graph) ? 'shared' : null);
  const groups = [{ name, debugName: 'shared', minShareCount: 2 }];
  const output = config.build?.rollupOptions?.output;
  // In place: Vite keeps the same object under another name too.
  if (output && !Array.isArray(output)) Object.assign(output, { codeSplitting: { groups } });
}

/** Whether the popup imports a module at once, itself or through others. */
function isOfPopup(id: string, graph: ModuleGraph, seen = new Set<string>()): boolean {
  if (id.endsWith(POPUP)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const { importers = [] } = graph.getModuleInfo(id) ?? {};
  return importers.some((importer) => isOfPopup(importer, graph, seen));
}
