import { parseArgs } from 'node:util';
import { parseClientId } from '../../utils/config/client-id.ts';

/** What the command was asked to write, and where. */
export interface MetadataArguments {
  /** Address of the document, which is the client id itself. */
  readonly url: string;
  readonly out: string;
  /** Ids that stores have given to the extension, besides the one of unpacked builds. */
  readonly extensionIds: readonly string[];
}

const DEFAULT_OUT = '.output/client-metadata.json';

/** Chromium writes the first half of a SHA-256 in the letters a to p. */
const EXTENSION_ID = /^[a-p]{32}$/;

/**
 * Reads the arguments of the command line.
 *
 * @throws Error with one sentence for the person who runs it
 */
export function readArguments(args: readonly string[]): MetadataArguments {
  const { url, out, 'extension-id': extensionIds } = parse(args);
  if (url === undefined) {
    throw new Error('Say where the document will stand: --url https://example.org/companion.json');
  }
  checkUrl(url);
  const wrongId = extensionIds.find((id) => !EXTENSION_ID.test(id));
  if (wrongId !== undefined) {
    throw new Error(
      `--extension-id is "${wrongId}", but the id of an extension is 32 letters from a to p.`,
    );
  }
  return { url, out, extensionIds };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        out: { type: 'string', default: DEFAULT_OUT },
        'extension-id': { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (cause) {
    const [sentence = ''] = cause instanceof Error ? cause.message.split(/\. |\n/) : [];
    throw new Error(`${sentence}. Known are --url, --out and --extension-id.`, { cause });
  }
}

/** The address must be usable as a client id, character for character (draft §3). */
function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'https:') throw badUrl(url, 'must begin with https://');
  if (parsed.username !== '' || parsed.password !== '') {
    throw badUrl(parsed.host, 'must not hold a user name or password');
  }
  if (url.includes('#')) throw badUrl(url, 'must not have a fragment');
  if (parsed.pathname === '/') throw badUrl(url, 'needs a path, such as /companion.json');
  // Client ids are compared as strings, and browsers send the normal form.
  if (parsed.href !== url) throw badUrl(url, `must be written as ${parsed.href}`);
  if (!parseClientId(url).ok) throw badUrl(url, 'is not one that the extension takes');
}

function badUrl(url: string, reason: string): Error {
  return new Error(`--url is "${url}", but the address of the document ${reason}.`);
}
