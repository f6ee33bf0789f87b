import { isOwnEndpointOrigin } from '@/utils/config/origins';
import { Failure } from '@/utils/errors/failure';
import { ownEndpointsItem } from '@/utils/storage/items';
import { findEndpoint, originOf, type OwnEndpoint } from './own-endpoint';

/** Whether the person has an endpoint of their own at this origin, where there can be one. */
export async function isStoredEndpoint(origin: string): Promise<boolean> {
  if (!isOwnEndpointOrigin(origin)) return false;
  const endpoints = (await ownEndpointsItem.get()) ?? [];
  return endpoints.some((endpoint) => originOf(endpoint) === origin);
}

/** An endpoint by its id. @throws Failure `endpoint-gone` */
export async function readEndpoint(id: string): Promise<OwnEndpoint> {
  const endpoint = findEndpoint(await ownEndpointsItem.get(), id);
  if (!endpoint) throw new Failure({ kind: 'endpoint-gone' });
  return endpoint;
}
