import { i18n } from '#i18n';
import type { Fault, FaultKind } from '@/utils/storage/fault';
import type { ErrorDescription } from './describe-error';

/** Keys of `fault` in the locale files, of the kinds whose words take no values. */
const PLAIN = {
  'newer-version': 'newerVersion',
  'migration-failed': 'migrationFailed',
  'storage-full': 'storageFull',
  'history-full': 'historyFull',
  'history-damaged': 'historyDamaged',
  'history-newer': 'historyNewer',
  'history-unavailable': 'historyUnavailable',
} as const satisfies Record<Exclude<FaultKind, 'damaged'>, string>;

/** Keys of storage, and of `fault.damaged`, whose loss has consequences of its own. */
const DAMAGED = [
  'accounts',
  'settings',
  'settingsByAccount',
  'endpoints',
  'modelCatalogue',
] as const;

/**
 * Words for all faults of one kind: what could not be read or stored, what is kept, what is in force
 * instead, and a way out where there is one.
 */
export function describeFaults(kind: FaultKind, faults: readonly Fault[]): ErrorDescription {
  if (kind === 'damaged') {
    const values = new Set(faults.map(({ what }) => damagedValue(what)));
    return {
      title: i18n.t('fault.damaged.title'),
      detail: [...values, i18n.t('fault.copyKept')].join(' '),
      next: [],
    };
  }
  const key = PLAIN[kind];
  return {
    title: i18n.t(`fault.${key}.title`),
    detail: i18n.t(`fault.${key}.detail`),
    next:
      kind === 'history-full'
        ? [
            {
              kind: 'link',
              href: '/options.html#history',
              label: i18n.t('fault.historyFull.link'),
            },
          ]
        : [],
  };
}

/** What became of a damaged value, by its key in storage. */
function damagedValue(key: string | undefined): string {
  const named = DAMAGED.find((name) => name === key);
  return named ? i18n.t(`fault.damaged.${named}`) : i18n.t('fault.damaged.others');
}
