import type { InlineConfig, Plugin } from 'vite';
import { nativeBrowser } from './native-browser.ts';

/** The entrypoints that are built together, as WXT names them. */
type Entrypoints = readonly { readonly name: string }[];

const FORMULAS = './mathml';
const NONE = '\0no-formulas';

/**
 * Builds the script of the card small, since it is read anew in each page: it is one file, so that what
 * pages load with the first formula would always be in it. Formulas stay their source there. Finding out
 * whether a browser draws them would also take an element of ours in the page.
 *
 * Give it to WXT's `vite:build:extendConfig`, which tells what is built.
 */
export function bundleCard(entrypoints: Entrypoints, config: InlineConfig): void {
  if (!entrypoints.some(({ name }) => name === 'card')) return;
  config.plugins = [...(config.plugins ?? []), nativeBrowser(), withoutFormulas()];
}

function withoutFormulas(): Plugin {
  return {
    name: 'without-formulas',
    enforce: 'pre',
    resolveId: (id) => (id === FORMULAS ? NONE : undefined),
    // As where it can't be loaded.
    load: (id) => (id === NONE ? "throw new Error('no formulas')" : undefined),
  };
}
