import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The editors of `tests/fixtures/editors`: the packages that sites use, each with our page's script. */
export const EDITORS = ['code-mirror', 'monaco', 'prose-mirror'] as const;

type Editor = (typeof EDITORS)[number];

const bundles = new Map<Editor, Promise<ReadonlyMap<string, string | Uint8Array>>>();

/**
 * One file of an editor's bundle, which is made when the first is asked for.
 *
 * @param file `code-mirror.js`, `monaco.css`
 * @returns `undefined` when there is no such file
 */
export async function editorFile(file: string): Promise<string | Uint8Array | undefined> {
  const editor = EDITORS.find((name) => name === path.parse(file).name);
  if (!editor) return undefined;
  const bundle = bundles.get(editor) ?? bundleEditor(editor);
  bundles.set(editor, bundle);
  return (await bundle).get(file);
}

async function bundleEditor(editor: Editor): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      write: false,
      assetsInlineLimit: Infinity,
      rolldownOptions: { output: { codeSplitting: false } },
      lib: {
        entry: `tests/fixtures/editors/${editor}.ts`,
        formats: ['es'],
        fileName: editor,
        cssFileName: editor,
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error(`No bundle of ${editor}`);
  return new Map(
    result.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}
