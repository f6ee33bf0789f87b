import { Failure } from '@/utils/errors/failure';

/**
 * How the browsers say that there is no room: Chromium `Resource::kQuotaBytes quota exceeded` and `Session
 * storage quota bytes exceeded. Values were not stored.`, Firefox `QuotaExceededError: storage.session API
 * call exceeded its quota limitations.`; of a full disk `IO error: … FILE_ERROR_NO_SPACE`,
 * `NS_ERROR_FILE_NO_DEVICE_SPACE`.
 */
const NO_ROOM = /quota|no_(?:device_)?space|no space|disk (?:is )?full/i;

/** The Failure for what a browser's storage has thrown: `storage-full` or `storage-failed`. */
export function storageFailure(cause: unknown): Failure {
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const kind = NO_ROOM.test(text) ? 'storage-full' : 'storage-failed';
  return new Failure({ kind }, { cause });
}
