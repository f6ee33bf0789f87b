import { useEffect, useMemo } from 'preact/hooks';
import { FaultNotices } from '@/components/ui/fault-notices';
import { SavedNote } from '@/components/ui/saved-note';
import { wakeBackground } from '@/utils/messaging/wake-background';
import type { AppModel } from '@/utils/state/app-model';
import { createFaultModel } from '@/utils/state/fault-model';
import { localiseDocument } from '@/utils/surfaces/localise-document';
import { PlaceNavigation } from './place-navigation';
import { placeAt, placeTitle } from './places';
import { PLACE_VIEWS } from './place-views';
import { useAddress } from './use-address';

/** The options page: one place at a time, by its address. */
export function OptionsApp({ app }: { app: AppModel }) {
  const faults = useMemo(createFaultModel, []);
  const address = useAddress();
  const place = placeAt(address);
  const title = placeTitle(place);
  useEffect(() => localiseDocument(document, title), [title]);
  const Place = PLACE_VIEWS[place];
  return (
    <>
      <PlaceNavigation current={place} />
      <main
        onFocusIn={({ target }) => {
          // What is typed may have to be saved while the page closes. A button needs no background before its
          // click, which one that starts could take away.
          if (target instanceof HTMLInputElement) wakeBackground();
        }}
      >
        <FaultNotices model={faults} />
        <SavedNote>
          <div key={place} id={place} class="place">
            <h1>{title}</h1>
            <Place app={app} address={address} />
          </div>
        </SavedNote>
      </main>
    </>
  );
}
