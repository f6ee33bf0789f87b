import * as v from 'valibot';
import { ACTION_IDS } from '@/utils/actions/action';
import { modelChoiceSchema } from '@/utils/models/model-choice';
import { storedObject } from '@/utils/storage/stored-object';

/** How long ended runs can be kept. */
export const RETENTIONS = ['all', '30-days', 'none'] as const;

export type Retention = (typeof RETENTIONS)[number];

/** What a model can be chosen for: one action, or all that have none of their own. */
export const CHOICE_KEYS = ['default', ...ACTION_IDS] as const;

export type ChoiceKey = (typeof CHOICE_KEYS)[number];

const choices = storedObject(v.entriesFromList(CHOICE_KEYS, v.optional(modelChoiceSchema)));
const languageTag = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
const usd = v.pipe(v.number(), v.finite(), v.minValue(0));
const names = v.array(v.string());

/** What a person can set, each with its schema. */
const entries = {
  /** The chosen models; absent means the default of the list. */
  choices,
  /** Ids of the models that stand first in the picker. */
  favourites: names,
  /** The only providers that text may go to; absent means all. */
  providers: names,
  /** User name of the organization that pays; absent means the person. */
  billTo: v.string(),
  /** Language of answers, BCP 47; absent means that of the browser. */
  language: languageTag,
  /** Where Translate goes when the text already is in that language, BCP 47. */
  secondLanguage: languageTag,
  /** Whether addresses and numbers of persons are replaced before sending. */
  masks: v.boolean(),
  /** A run that may cost more is asked about first, USD; absent means one cent. */
  askAboveUsd: usd,
  /** A run that would bring the month above this is asked about first, USD; absent means no bound. */
  monthlyCapUsd: usd,
  /** How long ended runs are kept; absent means for ever. */
  retention: v.picklist(RETENTIONS),
};

const accountSettingsSchema = storedObject(v.partial(v.object(entries)).entries);

/** The choices of one account. */
export type AccountSettings = v.InferOutput<typeof accountSettingsSchema>;

/** The choices of each account, by its `sub`: those of one never show in another. */
export const settingsByAccountSchema = v.record(v.string(), accountSettingsSchema);

/** Whose settings count where nobody is signed in: no `sub` is empty. */
export const NOBODY = '';

/** How long runs are kept has a way of its own, since a change of it deletes some. */
const { billTo, language, secondLanguage, masks, askAboveUsd, monthlyCapUsd } = entries;

/**
 * A change of settings; `null` takes one back to its default. Of what is many it names one only: two changes
 * that follow each other closely, or come from two pages, then both count.
 */
export const settingsChangeSchema = v.strictObject({
  ...orNull({ billTo, language, secondLanguage, masks, askAboveUsd, monthlyCapUsd }),
  choices: v.optional(v.strictObject(v.entriesFromList(CHOICE_KEYS, v.nullish(modelChoiceSchema)))),
  favourite: v.optional(v.object({ model: v.string(), isOn: v.boolean() })),
  /** Whether text may go to a provider. `live` is what the list is made from where there is none yet. */
  provider: v.optional(v.object({ name: v.string(), isOn: v.boolean(), live: names })),
  providers: v.optional(v.null()),
});

export type SettingsChange = v.InferOutput<typeof settingsChangeSchema>;

function orNull<E extends Record<string, v.GenericSchema>>(schemas: E) {
  const nullish = Object.entries(schemas).map(([key, schema]) => [key, v.nullish(schema)]);
  return Object.fromEntries(nullish) as { [K in keyof E]: v.NullishSchema<E[K], undefined> };
}
