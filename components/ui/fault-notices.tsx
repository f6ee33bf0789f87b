import { describeFaults } from '@/utils/errors/describe-fault';
import type { FaultModel } from '@/utils/state/fault-model';
import { ErrorNotice } from './notice';
import { useKeptFocus } from './use-kept-focus';

/** What is wrong with storage: a notice for each kind of fault, until it is dismissed. */
export function FaultNotices({ model }: { model: FaultModel }) {
  const notices = useKeptFocus<HTMLDivElement>();
  const news = (model.faults.value ?? []).filter(({ isDismissed }) => !isDismissed);
  const kinds = [...new Set(news.map(({ kind }) => kind))];
  const describe = (kind: (typeof kinds)[number]) =>
    describeFaults(
      kind,
      news.filter((fault) => fault.kind === kind),
    );
  return (
    <div ref={notices} class="notices" tabIndex={-1}>
      {kinds.map((kind) => (
        <ErrorNotice
          key={kind}
          description={describe(kind)}
          isCalm
          onDismiss={() => model.dismiss(kind)}
        />
      ))}
    </div>
  );
}
