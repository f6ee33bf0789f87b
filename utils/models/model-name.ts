/** What the name of a model says about it, by the habits of those who name models. */
export interface ModelName {
  /** The account or organization it is under; lower case, as everything here. */
  owner: string;
  /** Words that name its family: `llama`, `qwen`, `gpt` and `oss`. */
  families: ReadonlySet<string>;
  /** What it was made for other than talk: `coder`, `vl`. */
  specialities: ReadonlySet<string>;
  /** Billions of parameters in all; `undefined` where the name has none. */
  size: number | undefined;
  /** 3.3 in Llama-3.3 and 3.1 in DeepSeek-V3.1. */
  version: number | undefined;
}

const SPECIALITIES = listed(
  'audio base code coder embedding guard math ocr omni prover reranker safeguard vision vl',
);

/** Words that models of all families have. */
const COMMON = listed(
  `air awq chat distill exp flash fp8 gguf hf instruct large latest lite max medium meta mini nano next
  plus preview pro reasoning small terminus thinking turbo ultra`,
);

/** 70b, 8x7b, e4b, 0.6b, 500m. Not a22b, which is the active part of a mixture, nor 16e, its experts. */
const SIZE = /^e?(?:(\d+)x)?(\d+(?:\.\d+)?)([bm])$/;

/** 3.3, v3.1, k2, qwen2.5; not a date such as 2507 or 0324. */
const VERSION = /^([a-z]*?)-?(\d{1,2}(?:\.\d{1,2})?)$/;

/** Reads a Hub id, `owner/name`. */
export function readModelName(id: string): ModelName {
  const [owner = '', name = ''] = id.toLowerCase().split('/');
  const words = name.split(/[-_:\s]+/).filter(Boolean);
  const versions = words.flatMap((word) => Number(VERSION.exec(word)?.[2]) || []);
  const sizes = words.flatMap((word) => sizeOf(word) ?? []);
  const plain = words.flatMap((word) => {
    const letters = VERSION.exec(word)?.[1] ?? word;
    return /^([a-z]{3,}|vl)$/.test(letters) ? [letters] : [];
  });
  return {
    owner,
    families: new Set(plain.filter((word) => !COMMON.has(word) && !SPECIALITIES.has(word))),
    specialities: new Set(plain.filter((word) => SPECIALITIES.has(word))),
    size: sizes[0],
    version: versions[0],
  };
}

function sizeOf(word: string): number | undefined {
  const match = SIZE.exec(word);
  if (!match) return undefined;
  const [, experts = '1', parameters, unit] = match;
  return (Number(experts) * Number(parameters)) / (unit === 'm' ? 1000 : 1);
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
