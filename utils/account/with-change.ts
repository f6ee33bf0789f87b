import { isNamed } from '@/utils/models/provider-suffix';
import type { AccountSettings, SettingsChange } from './account-settings';

/** Settings after a change. What the change does not name stays, also members that this version does not know. */
export function withChange(settings: AccountSettings, change: SettingsChange): AccountSettings {
  const { choices, favourite, provider, ...others } = change;
  const changed = { ...settings, ...others };
  if (choices) changed.choices = withoutNull({ ...settings.choices, ...choices });
  if (favourite) changed.favourites = withFavourite(settings.favourites, favourite);
  if (provider) changed.providers = withProvider(settings.providers, provider);
  return withoutNull(changed);
}

function withFavourite(
  favourites: readonly string[] = [],
  { model, isOn }: NonNullable<SettingsChange['favourite']>,
): string[] {
  const others = favourites.filter((other) => other !== model);
  return isOn ? [...others, model] : others;
}

function withProvider(
  own: string[] | undefined,
  { name, isOn, live }: NonNullable<SettingsChange['provider']>,
): string[] {
  const others = (own ?? live).filter((other) => !isNamed(other, [name]));
  if (isOn) return [...others, name];
  // With none left nothing could be sent.
  return others.length > 0 ? others : [name];
}

/** `null` takes a setting back to its default, which is to be absent. */
function withoutNull<T extends object>(settings: T): { [K in keyof T]: Exclude<T[K], null> } {
  const entries = Object.entries(settings).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], null> };
}
