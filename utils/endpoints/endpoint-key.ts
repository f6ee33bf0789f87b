import * as v from 'valibot';
import { Failure } from '@/utils/errors/failure';
import { isHubEndpointOrigin } from '@/utils/config/origins';
import { inSecrets } from '@/utils/session/secrets-database';
import { defineStoredItem, type StoredItem } from '@/utils/storage/stored-item';

/** A key, in a browser that keeps nothing on disk. */
function keyItem(id: string): StoredItem<string> {
  return defineStoredItem(`session:endpointKey.${id}`, v.string());
}

/** What can stand in a header. No server's keys are longer. */
const KEY = /^[\x21-\x7e]{1,1000}$/;

/** How Hugging Face's tokens begin, also in the quotes or after the name that were pasted with one. */
const HUB_TOKEN = /(?<![a-z\d])(?:hf|api_org)_/i;

/**
 * Checks a key as it was entered.
 *
 * @param origin of the endpoint
 * @returns the key without spaces around it
 * @throws Failure `endpoint-key`, also for a token of Hugging Face that would go to another host
 */
export function checkEndpointKey(entered: string, origin: string): string {
  const key = entered.trim().replace(/^Bearer\s+/i, '');
  if (!KEY.test(key)) throw new Failure({ kind: 'endpoint-key', reason: 'format' });
  if (HUB_TOKEN.test(key) && !isHubEndpointOrigin(origin)) {
    throw new Failure({ kind: 'endpoint-key', reason: 'hub-token' });
  }
  return key;
}

/** The key of an endpoint; `undefined` when it has none. */
export async function readEndpointKey(id: string): Promise<string | undefined> {
  const read = await inSecrets((database) => database.get('endpointKeys', id));
  return read ? read.result : await keyItem(id).get();
}

/** Replaces the key of an endpoint; `undefined` takes it away. */
export async function writeEndpointKey(id: string, key: string | undefined): Promise<void> {
  const written = await inSecrets(async (database) => {
    await (key === undefined
      ? database.delete('endpointKeys', id)
      : database.put('endpointKeys', key, id));
  });
  if (written) return;
  await (key === undefined ? keyItem(id).remove() : keyItem(id).set(key));
}
