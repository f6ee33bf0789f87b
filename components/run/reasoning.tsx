import { i18n } from '#i18n';

/** What a thinking model thought, folded away: most people want the answer. Plain text, since it is a draft. */
export function Reasoning(props: { text: string }) {
  return (
    <details class="reasoning">
      <summary>{i18n.t('run.reasoning')}</summary>
      <p>{props.text}</p>
    </details>
  );
}
