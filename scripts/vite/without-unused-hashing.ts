import type { Plugin } from 'vite';

/** What `@huggingface/hub` uploads files with. It builds its tables on import, so no bundler may drop it unasked. */
const HASHING = /^@huggingface\/(?:blake3-jit|xetchunk-wasm)/;

/** Leaves out the hashing of uploads, which nothing here uses: 14 kB of the background. */
export function withoutUnusedHashing(): Plugin {
  return {
    name: 'without-unused-hashing',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!HASHING.test(id)) return undefined;
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      return resolved && { ...resolved, moduleSideEffects: false };
    },
  };
}
