/**
 * The ids under which the extension is known to browsers, and so the redirect URIs under which it
 * is known to Hugging Face. A changed id is a changed redirect URI: every owner of a client id
 * would have to register it again.
 */

/** Manifest `key` of Chromium builds: it fixes the id of an unpacked extension. Store zips drop it. */
export const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAr0KGKgoHf3oL11cH1LxW4x/DAKGETf6wCCqc+ChqPVmGwehH9clQfAkuTCY2j6VKvBasK6RSzaLmoI/ZtEhIh3GRRaLA8UR6ZavxyIYkY80zDkBNJT0Az4nuVAbTVkbTfx7ApCybFmrnEavCDaTAJgrH0zFh82YX6EprsEOK0NyG83jqy6HE9kK9vwHX6DSTttCekKqAstKjzDa8BIRPHWJijV0fYbwfucPwkK17RaTmvl/lvXAlBtuUK5NEzUz2WiOmnJV3pSKHdvDq9mEdrz5aKbYZ0BjPfOmUH6UspPaxZREpwwAlQeie2SrkoHMWg3DswxkYxnDK/1hb8OenvwIDAQAB';

/** SHA-256 of {@link CHROMIUM_KEY}, first 32 hex digits, written in the letters a to p. */
export const CHROMIUM_ID = 'gdhjemobjogbadjlmokhifdpochogkno';

/** `browser_specific_settings.gecko.id` of Firefox builds. */
export const GECKO_ID = 'companion@hf-companion';

/** Path given to `identity.getRedirectURL`; part of the exact string that is registered. */
export const REDIRECT_PATH = 'oauth2';

/** Redirect URI of Chromium builds (https://developer.chrome.com/docs/extensions/reference/api/identity). */
export const CHROMIUM_REDIRECT_URI = `https://${CHROMIUM_ID}.chromiumapp.org/${REDIRECT_PATH}`;

/** Redirect URI of Firefox builds: the host is the SHA-1 of {@link GECKO_ID} (MDN, identity.getRedirectURL). */
export const FIREFOX_REDIRECT_URI = `https://67edfa877b3e26544982df7433f5da177bee50fd.extensions.allizom.org/${REDIRECT_PATH}`;
