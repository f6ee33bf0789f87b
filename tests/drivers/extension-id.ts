import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The parts of a built manifest that the driver reads. */
export interface BuiltManifest {
  readonly key?: string;
  readonly commands?: Readonly<
    Record<string, { readonly suggested_key?: Readonly<Record<string, string>> }>
  >;
}

/** Reads the manifest of an unpacked extension. */
export function readManifest(extensionDir: string): BuiltManifest {
  const manifest: BuiltManifest = JSON.parse(
    readFileSync(path.join(extensionDir, 'manifest.json'), 'utf8'),
  );
  return manifest;
}

/**
 * The id that Chromium gives an unpacked extension: the first 128 bits of SHA-256 over the public
 * key, or else over the folder's real path, as letters a to p (components/crx_file/id_util.cc).
 */
export function extensionId(extensionDir: string, { key }: BuiltManifest): string {
  const folder = realpathSync(extensionDir);
  const encoding = process.platform === 'win32' ? 'utf16le' : 'utf8';
  const source = key === undefined ? Buffer.from(folder, encoding) : Buffer.from(key, 'base64');
  const hex = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return hex.replaceAll(/./gu, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** A suggested key of the manifest in xdotool's spelling: `Alt+Shift+H` → `alt+shift+h`. */
export function shortcutOf(manifest: BuiltManifest, command: string): string {
  const keys = manifest.commands?.[command]?.suggested_key;
  const wanted = keys?.['linux'] ?? keys?.['default'];
  if (wanted === undefined) throw new Error(`The manifest suggests no key for ${command}`);
  return wanted.toLowerCase();
}
