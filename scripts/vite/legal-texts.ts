import { resolve } from 'node:path';
import type { ResolvedPublicFile, Wxt } from 'wxt';

/** What the about page links to: it comes with the extension, so that it always fits the version. */
const TEXTS = ['LICENSE', 'PRIVACY.md', 'CHANGELOG.md'];

/** Puts licence, privacy policy and changes into the build, as plain text, which every browser shows. */
export function addLegalTexts(wxt: Wxt, files: ResolvedPublicFile[]): void {
  for (const name of TEXTS) {
    files.push({
      absoluteSrc: resolve(wxt.config.root, name),
      relativeDest: name.replace(/(\.md)?$/, '.txt'),
    });
  }
}
