import { i18n } from '#i18n';
import { Tabs } from '@/components/ui/tabs';
import { PLACE_IDS, placeTitle, type PlaceId } from './places';

/** The way to every place; links, so that Back and a new tab do what they always do. */
export function PlaceNavigation({ current }: { current: PlaceId }) {
  return (
    <Tabs
      label={i18n.t('options.title')}
      class="places"
      tabs={PLACE_IDS.map((id) => ({ href: `#${id}`, label: placeTitle(id) }))}
      current={`#${current}`}
    />
  );
}
