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

/** The manifest among them. */
export function manifestOf(files: BuiltFiles): Record<string, unknown> {
  return JSON.parse(String(files.get('manifest.json'))) as Record<string, unknown>;
}
