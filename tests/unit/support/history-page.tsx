import { signal } from '@preact/signals';
import { vi } from 'vitest';
import { HistoryView } from '@/components/history/history-view';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { HistoryRow } from '@/utils/history/history-row';
import type { FoundRuns } from '@/utils/state/history-model';
import { Page } from './page';

/** Name of the search field. */
export const SEARCH = 'Search the history';

/** The answer to a query: by default to none, and all there is. */
export function found(rows: HistoryRow[], change: Partial<FoundRuns> = {}): FoundRuns {
  return { query: '', rows, isAll: true, ...change };
}

/** Opens the history with these runs, and what it would ask its owner. */
export async function openHistory(rows: HistoryRow[], now: HistoryRow[] = [], whyOff?: string) {
  const model = {
    now: signal<readonly HistoryRow[]>(now),
    found: signal<FoundRuns | undefined>(found(rows)),
    error: signal<CompanionError | undefined>(undefined),
    search: vi.fn<(query: string) => void>(),
    readMore: vi.fn<() => void>(),
    refresh: vi.fn<() => void>(),
    delete: vi.fn<(row: HistoryRow) => Promise<boolean>>((row) => {
      if (!model.found.value) return Promise.resolve(false);
      const left = model.found.value.rows.filter(({ id }) => id !== row.id);
      model.found.value = { ...model.found.value, rows: left };
      return Promise.resolve(true);
    }),
  };
  const onOpen = vi.fn<(row: HistoryRow) => void>();
  const page = await Page.open(<HistoryView model={model} whyOff={whyOff} onOpen={onOpen} />);
  return { page, model, onOpen };
}

/** The buttons that open runs, each with the text it shows. */
export const openers = (page: Page) => [
  ...page.root.querySelectorAll<HTMLElement>('.history-open'),
];
