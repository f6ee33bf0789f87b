import { asMarkdown } from '@/utils/history/as-markdown';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportedRun } from '@/utils/history/exported-run';
import { request } from '@/utils/messaging/request-client';
import type { Result } from '@/utils/result';

/** JSON is complete and can be imported; Markdown is to be read. */
export type FileFormat = 'json' | 'markdown';

/**
 * Reads all ended runs of an account, the one in use, a page at a time.
 *
 * @param onProgress hears how many have been read so far
 * @param signal ends it: then nothing more is asked, and the answer is that there are none
 */
export async function readAllRuns(
  sub: string,
  onProgress: (count: number) => void,
  signal: AbortSignal,
): Promise<Result<ExportedRun[]>> {
  const runs: ExportedRun[] = [];
  let after: number | undefined;
  do {
    const page = await request('history.export', {
      sub,
      ...(after === undefined ? {} : { after }),
    });
    if (signal.aborted) return { ok: true, value: [] };
    if (!page.ok) return page;
    runs.push(...page.value.runs);
    onProgress(runs.length);
    after = page.value.next;
  } while (after !== undefined);
  return { ok: true, value: runs };
}

/** Runs as a file. In parts, since one string could be longer than a browser lets it be. */
export function toFile(runs: readonly ExportedRun[], format: FileFormat): Blob {
  if (format === 'markdown') return new Blob(asMarkdown(runs), { type: 'text/markdown' });
  const head = { format: EXPORT_FORMAT, version: EXPORT_VERSION };
  const lines = runs.map((run, index) => `${index === 0 ? '' : ',\n'}${JSON.stringify(run)}`);
  const parts = [JSON.stringify(head).slice(0, -1), ',"runs":[\n', ...lines, '\n]}\n'];
  return new Blob(parts, { type: 'application/json' });
}

/** Says whose it is, and of which day: companion-ada-2026-03-01.json. */
export function fileName(username: string, format: FileFormat, now: Date): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  const date = [now.getFullYear(), digits(now.getMonth() + 1), digits(now.getDate())].join('-');
  return `companion-${username}-${date}.${format === 'json' ? 'json' : 'md'}`;
}
