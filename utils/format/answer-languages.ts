/** Languages that answers can be wanted in, BCP 47: those that common models write well. */
export const ANSWER_LANGUAGES: readonly string[] =
  'ar bg bn ca cs da de el en es et fa fi fil fr he hi hr hu id it ja ko lt lv ms nb nl pl pt-BR pt-PT ro ru sk sl sr sv sw ta te th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  );
