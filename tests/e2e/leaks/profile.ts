import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Secret, SecretKind } from '../../hub/secrets.ts';

/** The databases of extensions: Chromium's, then Firefox's. */
const EXTENSION_DATABASES = [
  /^Default\/IndexedDB\/chrome-extension_[a-p]{32}_/,
  /^storage\/default\/moz-extension\+\+\+[^/]+\/idb\//,
];

/** Firefox remembers the address of the sign-in page, with its query; Chromium keeps none of it. */
const VISITED = [/^places\.sqlite/, /^sessionstore/];

function allowedIn(file: string): SecretKind[] {
  if (EXTENSION_DATABASES.some((pattern) => pattern.test(file))) return ['refresh token'];
  if (VISITED.some((pattern) => pattern.test(file))) return ['state', 'nonce'];
  return [];
}

/**
 * Which secrets a browser has left in its profile, where they should not be. It must have ended.
 *
 * What is compressed there is LZ4 or Snappy, which leave text that never came before as it is.
 *
 * @returns `<kind of secret> in <file>` for each
 */
export async function sweepProfile(folder: string, secrets: readonly Secret[]): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.relative(folder, path.join(entry.parentPath, entry.name));
    const name = file.replaceAll(path.sep, '/');
    const mayHold = allowedIn(name);
    // One after the other: profiles are large.
    const bytes = await readFile(path.join(folder, file));
    for (const { kind, value } of secrets) {
      if (!mayHold.includes(kind) && holds(bytes, value)) {
        found.add(`${kind} in the profile's ${name}`);
      }
    }
  }
  return [...found];
}

/** Browsers write some strings with one byte for each letter, others with two. */
function holds(bytes: Buffer, value: string): boolean {
  return bytes.includes(value, 0, 'latin1') || bytes.includes(Buffer.from(value, 'utf16le'));
}
