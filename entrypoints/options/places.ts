import { i18n } from '#i18n';

/** The places of the options page, in the order of its navigation. Each has its id as its address. */
export const PLACE_IDS = [
  'account',
  'actions',
  'models',
  'privacy',
  'shortcuts',
  'appearance',
  'about',
] as const;

export type PlaceId = (typeof PLACE_IDS)[number];

/** Sections with addresses of their own, and where they are. */
const SECTIONS: ReadonlyMap<string, PlaceId> = new Map([
  ['code', 'account'],
  ['permissions', 'account'],
  ['spending', 'account'],
  ['application', 'account'],
  ['managed', 'account'],
  ['answers', 'actions'],
  ['language', 'actions'],
  ['endpoints', 'models'],
  ['masks', 'privacy'],
  ['history', 'privacy'],
  ['reach', 'privacy'],
  ['stored', 'privacy'],
  ['delete', 'privacy'],
]);

/** The place that an address, without its `#`, stands for; an unknown one and none stand for the first. */
export function placeAt(address: string): PlaceId {
  return PLACE_IDS.find((id) => id === address) ?? SECTIONS.get(address) ?? 'account';
}

/** The name of a place. */
export function placeTitle(id: PlaceId): string {
  return i18n.t(`options.places.${id}`);
}
