import { i18n } from '#i18n';
import { PLACE_IDS, placeTitle, type PlaceId } from './places';

/** The way to every place; links, so that Back and a new tab do what they always do. */
export function PlaceNavigation({ current }: { current: PlaceId }) {
  return (
    <nav class="places" aria-label={i18n.t('options.title')}>
      <ul>
        {PLACE_IDS.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              {placeTitle(id)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
