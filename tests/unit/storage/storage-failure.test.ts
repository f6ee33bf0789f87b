// @vitest-environment node
import { expect, it } from 'vitest';
import { storageFailure } from '@/utils/storage/storage-failure';

it.each<[string, unknown, string]>([
  ['Chromium, local', new Error('Resource::kQuotaBytes quota exceeded'), 'storage-full'],
  [
    'Chromium, session',
    new Error('Session storage quota bytes exceeded. Values were not stored.'),
    'storage-full',
  ],
  [
    'Firefox, session',
    new Error('QuotaExceededError: storage.session API call exceeded its quota limitations.'),
    'storage-full',
  ],
  ['a database', new DOMException('', 'QuotaExceededError'), 'storage-full'],
  ['a full disk, Chromium', new Error('IO error: x: FILE_ERROR_NO_SPACE'), 'storage-full'],
  ['a full disk, Firefox', new Error('NS_ERROR_FILE_NO_DEVICE_SPACE'), 'storage-full'],
  ['a damaged file', new Error('Corruption: checksum mismatch'), 'storage-failed'],
  ['Firefox, without words', new Error('An unexpected error occurred'), 'storage-failed'],
  ['what is no error', 'refused', 'storage-failed'],
])('[R31] [TK-09] understands %s', (_who, cause, kind) => {
  const failure = storageFailure(cause);
  expect(failure.error).toEqual({ kind });
  expect(failure.cause).toBe(cause);
});
