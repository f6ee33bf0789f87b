import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { SavedFile } from '@/components/history/saved-file';
import type { useSaving } from '@/components/ui/use-saving';
import { formatCount } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import { fileName, readAllRuns, toFile, type FileFormat } from '@/utils/state/history-export';
import { importFile, type ImportProgress } from '@/utils/state/history-import';

/** What is done with a file, or has been. */
type Work =
  | { kind: 'exporting'; count: number; total: number }
  | { kind: 'exported'; count: number; name: string; content: Blob }
  | { kind: 'importing' | 'imported'; progress: ImportProgress };

/** The history as a file: out, and in again. One thing at a time. */
export function HistoryFiles(props: {
  sub: string;
  username: string;
  /** How many answers are kept. */
  count: ReadonlySignal<number>;
  /** Counts them. */
  onCount: () => Promise<unknown>;
  failure: Pick<ReturnType<typeof useSaving>, 'show'>;
}) {
  const { failure, count } = props;
  const work = useSignal<Work | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  // What another account does next is not for this file, and this file not for it.
  const ending = useMemo(() => new AbortController(), []);
  useEffect(() => () => ending.abort(), []);
  const isBusy = work.value?.kind === 'exporting' || work.value?.kind === 'importing';

  const save = async (format: FileFormat) => {
    if (isBusy) return;
    failure.show(undefined);
    work.value = { kind: 'exporting', count: 0, total: 0 };
    await props.onCount();
    const total = count.value;
    const onProgress = (read: number) => {
      work.value = { kind: 'exporting', count: read, total };
    };
    onProgress(0);
    const runs = await readAllRuns(props.sub, onProgress, ending.signal);
    work.value = undefined;
    if (!runs.ok) return failure.show(runs.error);
    const name = fileName(props.username, format, new Date());
    const content = toFile(runs.value, format);
    work.value = { kind: 'exported', count: runs.value.length, name, content };
  };
  const add = async (file: File) => {
    if (isBusy) return;
    failure.show(undefined);
    let last: ImportProgress = { added: 0, known: 0, unreadable: 0, total: 0 };
    work.value = { kind: 'importing', progress: last };
    const onProgress = (progress: ImportProgress) => {
      last = progress;
      work.value = { kind: 'importing', progress };
    };
    const answer = await importFile({ sub: props.sub, file }, onProgress, ending.signal);
    // What was added before a failure stays, and is said beside it.
    work.value = answer.ok || last.total > 0 ? { kind: 'imported', progress: last } : undefined;
    if (!answer.ok) failure.show(answer.error);
  };
  return (
    <div role="group" aria-label={i18n.t('history.file')} aria-busy={isBusy}>
      <div class="row">
        <Button onClick={() => void save('json')}>{i18n.t('history.exportJson')}</Button>
        <Button onClick={() => void save('markdown')}>{i18n.t('history.exportMarkdown')}</Button>
        <Button onClick={() => input.current?.click()}>{i18n.t('history.import')}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={i18n.t('history.import')}
          hidden
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void add(file);
            // So that the same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </div>
      <p class="hint">{i18n.t('history.exportHint')}</p>
      <p class="hint" role="status">
        {work.value && <Progress work={work.value} />}
      </p>
    </div>
  );
}

function Progress({ work }: { work: Work }) {
  switch (work.kind) {
    case 'exporting':
      return i18n.t('history.exporting', {
        count: formatCount(work.count),
        total: formatCount(work.total),
      });
    case 'exported':
      if (work.count === 0) return i18n.t('history.nothingToExport');
      return (
        <>
          {plural('history.exported', work.count)}{' '}
          <SavedFile name={work.name} content={work.content} />
        </>
      );
    case 'importing': {
      const { added, known, unreadable, total } = work.progress;
      const count = formatCount(added + known + unreadable);
      return i18n.t('history.importing', { count, total: formatCount(total) });
    }
    case 'imported': {
      const { added, known, unreadable } = work.progress;
      return i18n.t('history.imported', {
        added: formatCount(added),
        known: formatCount(known),
        unreadable: formatCount(unreadable),
      });
    }
  }
}
