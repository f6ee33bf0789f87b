import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useSaving } from '@/components/ui/use-saving';
import { NOBODY, type SettingsChange } from '@/utils/account/account-settings';
import { browser } from '@/utils/browser';
import { ANSWER_LANGUAGES } from '@/utils/format/answer-languages';
import { formatLanguage } from '@/utils/format/languages';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import './language-section.css';

/** In which languages answers come, for the account in use. */
export function LanguageSection({ app }: { app: AppModel }) {
  const saving = useSaving();
  const hint = useId();
  const { language, secondLanguage } = app.settings.value;
  const change = (next: SettingsChange) => {
    const sub = app.inUse.value?.sub ?? NOBODY;
    void saving.attempt(request('settings.change', { sub, change: next }));
  };
  const ofBrowser = formatLanguage(browser.i18n.getUILanguage());
  return (
    <section id="language">
      <h2>{i18n.t('language.title')}</h2>
      <RequestFailure error={saving.error} />
      <LanguageChoice
        label={i18n.t('language.own')}
        hint={hint}
        none={i18n.t('language.browser', { language: ofBrowser })}
        chosen={language}
        onChoose={(tag) => change({ language: tag })}
      />
      <p id={hint} class="hint">
        {i18n.t('language.ownHint')}
      </p>
      <LanguageChoice
        label={i18n.t('language.second')}
        none={i18n.t('language.automatic')}
        chosen={secondLanguage}
        onChoose={(tag) => change({ secondLanguage: tag })}
      />
    </section>
  );
}

function LanguageChoice(props: {
  label: string;
  /** Id of what there is to say about it. */
  hint?: string;
  /** The name of choosing none. */
  none: string;
  chosen: string | undefined;
  onChoose: (tag: string | null) => void;
}) {
  const { chosen } = props;
  const isListed = chosen === undefined || ANSWER_LANGUAGES.includes(chosen);
  const tags = isListed ? ANSWER_LANGUAGES : [chosen, ...ANSWER_LANGUAGES];
  const languages = tags
    .map((tag) => ({ tag, name: formatLanguage(tag) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.t('extension.language')));
  return (
    <label class="field">
      <span>{props.label}</span>
      <select
        aria-describedby={props.hint}
        value={chosen ?? ''}
        onChange={(event) => props.onChoose(event.currentTarget.value || null)}
      >
        <option value="">{props.none}</option>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
