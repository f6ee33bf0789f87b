import type { UserManifest } from 'wxt';
import type { BuildConfiguration } from './build-configuration.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { CHROMIUM_KEY, GECKO_ID } from './extension-ids.ts';
import { hostPermissions, optionalHostPermissions } from './origins.ts';

/** What decides over a manifest besides the configuration. */
export interface ManifestTarget {
  browser: string;
  /** A store fixes the id itself and refuses a `key`. */
  isStoreZip: boolean;
  /** The development server needs its own, looser CSP. */
  isDevelopment: boolean;
}

/** The manifest of a build. Permissions are final for v1: none may be added that shows a new warning. */
export function createManifest(build: BuildConfiguration, target: ManifestTarget): UserManifest {
  const manifest: UserManifest = {
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_shortName__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['identity', 'storage', 'contextMenus', 'activeTab', 'scripting'],
    host_permissions: hostPermissions(build),
    optional_host_permissions: optionalHostPermissions(),
    // No letter of a menu of Firefox's (F, E, V, S, B, T, H): on Linux, Alt and Shift with one opens that menu.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+J' } },
    },
  };
  if (!target.isDevelopment) {
    manifest.content_security_policy = { extension_pages: contentSecurityPolicy(build) };
  }
  return target.browser === 'firefox'
    ? { ...manifest, ...firefoxKeys() }
    : { ...manifest, ...chromiumKeys(target.isStoreZip) };
}

function chromiumKeys(isStoreZip: boolean): Partial<UserManifest> {
  return {
    minimum_chrome_version: '120',
    // Without this list every other extension may connect (developer.chrome.com, externally_connectable).
    externally_connectable: { ids: [] },
    storage: { managed_schema: 'managed-schema.json' },
    ...(isStoreZip ? {} : { key: CHROMIUM_KEY }),
  };
}

function firefoxKeys(): Partial<UserManifest> {
  return {
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
      },
      // The first with data_collection_permissions; the desktop has them since 140.
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}
