import { DeleteAllSection } from './delete-all-section';
import { HistorySection } from './history-section';
import { MasksSection } from './masks-section';
import type { PlaceProps } from './place-views';
import { ReachSection } from './reach-section';
import { StoredSection } from './stored-section';

/** What leaves this computer, what is kept on it, and how all of it goes. */
export function PrivacyPlace({ app }: PlaceProps) {
  return (
    <>
      <MasksSection app={app} />
      <HistorySection app={app} />
      <ReachSection />
      <StoredSection />
      <DeleteAllSection />
    </>
  );
}
