import type { CdpConnection } from '../../../tests/drivers/cdp-connection.ts';

/** The part of Debugger.scriptParsed that tells whose script it is. */
interface ParsedScript {
  readonly sessionId?: string;
  readonly url?: string;
  readonly length?: number;
  readonly executionContextAuxData?: { readonly isDefault?: boolean };
}

/**
 * The bytes of scripts that extensions put into a document while it loads: of an extension's address, or
 * in a world of their own. The debugger is there first: a script that has run and was let go of is not
 * told of later. Style sheets of extensions are never told of.
 *
 * @param load loads the document and waits until it is idle
 */
export async function injectedBytes(
  connection: CdpConnection,
  targetId: string,
  load: () => Promise<unknown>,
): Promise<number> {
  let bytes = 0;
  const before = connection.onEvent;
  connection.onEvent = (method, params) => {
    before(method, params);
    if (method === 'Debugger.scriptParsed') bytes += bytesOf(params);
  };
  try {
    await connection.withSession(targetId, async (send) => {
      await send('Debugger.enable');
      await load();
    });
    return bytes;
  } finally {
    connection.onEvent = before;
  }
}

function bytesOf({ url = '', length = 0, executionContextAuxData: world }: ParsedScript): number {
  return url.startsWith('chrome-extension:') || world?.isDefault === false ? length : 0;
}
