import type { Look } from '../../tests/drivers/driver.ts';
import type { Screen, Surface } from './screen.ts';

/** A look that pictures are taken with; its name goes into theirs. */
export interface NamedLook {
  readonly name: string;
  readonly look: Look;
  /** The picture is as high as the document; otherwise it ends where the window does. */
  readonly isWhole: boolean;
}

/** CSS pixels, as wide as the surface usually is. */
const SIZES: Readonly<Record<Surface, { width: number; height: number }>> = {
  welcome: { width: 1100, height: 800 },
  // The browser makes it as wide as the document wants to be.
  popup: { width: 376, height: 300 },
  panel: { width: 400, height: 760 },
  card: { width: 1100, height: 800 },
  options: { width: 1100, height: 800 },
};

/** The looks of a screen: all of them in English, in which the others would only be the same again. */
export function looksOf({ surface, isPlain, isReal }: Screen, locale: string): NamedLook[] {
  if (isReal) return real(locale);
  const size = isPlain ? { ...SIZES[surface], height: 440 } : SIZES[surface];
  const plain: NamedLook[] = [
    whole('light', { size }),
    whole('dark', { size, colorScheme: 'dark' }),
  ];
  const narrow = { width: 360, height: 640 };
  if (locale !== 'en') {
    return isPlain || surface === 'popup'
      ? plain.slice(0, 1)
      : [...plain.slice(0, 1), whole('narrow', { size: narrow })];
  }
  if (isPlain) return plain;
  return [
    ...plain,
    whole('forced-colors', { size, colorScheme: 'dark', hasForcedColors: true }),
    surface === 'popup' ? zoomedPopup() : whole('zoom-200', { size: halved(size), zoom: 2 }),
    ...(surface === 'popup' ? [] : [whole('narrow', { size: narrow })]),
  ];
}

/** As the browser shows it: its size is the browser's own. */
function real(locale: string): NamedLook[] {
  const light: NamedLook = { name: 'light', look: { colorScheme: 'light' }, isWhole: false };
  const dark: NamedLook = { name: 'dark', look: { colorScheme: 'dark' }, isWhole: false };
  return locale === 'en' || locale === 'zh-CN' ? [light, dark] : [light];
}

function whole(name: string, look: Look): NamedLook {
  return { name, look, isWhole: true };
}

/** Browsers let a popup have 800 × 600 pixels, whatever the zoom. */
function zoomedPopup(): NamedLook {
  return { name: 'zoom-200', look: { size: { width: 400, height: 300 }, zoom: 2 }, isWhole: false };
}

function halved({ width, height }: { width: number; height: number }) {
  return { width: Math.round(width / 2), height: Math.round(height / 2) };
}
