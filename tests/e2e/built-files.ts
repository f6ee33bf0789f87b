import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The content of every file of a built extension by its path in there, in a fixed order. */
export type BuiltFiles = ReadonlyMap<string, Buffer>;

/** Reads every file of a built extension. */
export async function readBuiltFiles(folder: string): Promise<BuiltFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const names = files.map((file) => path.relative(folder, path.join(file.parentPath, file.name)));
  const sorted = names.map((name) => name.replaceAll(path.sep, '/')).toSorted();
  return new Map(
    await Promise.all(
      sorted.map(async (name) => [name, await readFile(path.join(folder, name))] as const),
    ),
  );
}

/** The scripts that a page loads, with all that they import statically or on demand. */
export function scriptsOf(files: BuiltFiles, page: string): string[] {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    const source = files.get(name)?.toString('utf8');
    if (source === undefined) throw new Error(`${page} loads ${name}, which is not there`);
    loaded.add(name);
    for (const [, specifier = ''] of source.matchAll(IMPORT)) load(resolve(name, specifier));
  };
  const tags = String(files.get(page)).matchAll(/<script[^>]*\ssrc="([^"]+)"/g);
  for (const [, source = ''] of tags) load(resolve(page, source));
  return [...loaded].toSorted();
}

/** `from "./a.js"`, `import "./a.js"` and `import("./a.js")`, as the minifier writes them. */
const IMPORT = /\b(?:from|import)\s*\(?\s*["'`]([^"'`]+\.js)["'`]/g;

/** The path of a built file that another one names. */
function resolve(from: string, specifier: string): string {
  return new URL(specifier, `https://extension.example/${from}`).pathname.slice(1);
}

/** The manifest among them. */
export function manifestOf(files: BuiltFiles): Record<string, unknown> {
  return JSON.parse(String(files.get('manifest.json'))) as Record<string, unknown>;
}
