import type { ComponentType } from 'preact';
import { lazy, type LazyComponent } from '@/components/ui/lazy';
import type { AppModel } from '@/utils/state/app-model';
import { placeAt, type PlaceId } from './places';

/** What every place gets. */
export interface PlaceProps {
  app: AppModel;
  /** The page's address without its `#`: a section of a place may show only when it is named. */
  address: string;
}

const view = (load: () => Promise<ComponentType<PlaceProps>>) => lazy<PlaceProps>(load);

/** What each place shows. Each is loaded when it is first needed. */
export const PLACE_VIEWS: Readonly<Record<PlaceId, LazyComponent<PlaceProps>>> = {
  account: view(() => import('./account-place').then((module) => module.AccountPlace)),
  actions: view(() => import('./actions-place').then((module) => module.ActionsPlace)),
  models: view(() => import('./models-place').then((module) => module.ModelsPlace)),
  privacy: view(() => import('./privacy-place').then((module) => module.PrivacyPlace)),
  shortcuts: view(() => import('./shortcuts-place').then((module) => module.ShortcutsPlace)),
  appearance: view(() => import('./appearance-place').then((module) => module.AppearancePlace)),
  about: view(() => import('./about-place').then((module) => module.AboutPlace)),
};

/** The page's address without its `#`. */
export function currentAddress(): string {
  return location.hash.slice(1);
}

/** Loads the place that the page's address names, so that it is drawn at once. @returns the address */
export async function loadAddressedPlace(): Promise<string> {
  const address = currentAddress();
  await PLACE_VIEWS[placeAt(address)].load();
  return address;
}
