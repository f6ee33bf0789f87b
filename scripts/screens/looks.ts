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

const NARROW = { width: 360, height: 640 };

/** The looks of a screen: all of them in English, in which the others would only be the same again. */
export function looksOf({ surface, isPlain, isReal }: Screen, locale: string): NamedLook[] {
  if (isReal) return real(surface, locale);
  const size = isPlain ? { ...SIZES[surface], height: 440 } : SIZES[surface];
  const plain: NamedLook[] = [
    whole('light', { size }),
    whole('dark', { size, colorScheme: 'dark' }),
  ];
  if (locale !== 'en') {
    return isPlain || surface === 'popup'
      ? plain.slice(0, 1)
      : [...plain.slice(0, 1), whole('narrow', { size: NARROW })];
  }
  if (isPlain) return plain;
  return [
    ...plain,
    whole('forced-colors', { size, colorScheme: 'dark', hasForcedColors: true }),
    surface === 'popup' ? zoomedPopup() : whole('zoom-200', { size: halved(size), zoom: 2 }),
    ...(surface === 'popup' ? [] : [whole('narrow', { size: NARROW })]),
  ];
}

/** As the browser shows it: a popup's size is the browser's own, and a card stands in a window of any. */
function real(surface: Surface, locale: string): NamedLook[] {
  const light = part('light', { colorScheme: 'light' });
  const dark = part('dark', { colorScheme: 'dark' });
  if (locale !== 'en') return locale === 'zh-CN' ? [light, dark] : [light];
  if (surface !== 'card') return [light, dark];
  return [
    light,
    dark,
    part('forced-colors', { colorScheme: 'dark', hasForcedColors: true }),
    part('zoom-200', { size: { width: 640, height: 400 }, zoom: 2 }),
    part('narrow', { size: NARROW }),
  ];
}

function part(name: string, look: Look): NamedLook {
  return { name, look, isWhole: false };
}

function whole(name: string, look: Look): NamedLook {
  return { name, look, isWhole: true };
}

/** Browsers let a popup have 800 × 600 pixels, whatever the zoom. */
function zoomedPopup(): NamedLook {
  return part('zoom-200', { size: { width: 400, height: 300 }, zoom: 2 });
}

function halved({ width, height }: { width: number; height: number }) {
  return { width: Math.round(width / 2), height: Math.round(height / 2) };
}
