import { i18n } from '#i18n';

/** What stands in for an image, in words of the person's language. */
export function imageWords(alt: string, host: string): string {
  return host ? i18n.t('run.image', { alt, host }) : i18n.t('run.imageWithoutHost', { alt });
}
