import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { MenuItem } from '@/components/ui/menu-item';
import { Menu } from '@/components/ui/menu';

type Outcome = 'copied' | 'plain' | 'refused';

// Loaded when something is copied: nobody waits for it before.
const textOf = (answer: string) =>
  import('./answer-as-text').then(({ answerAsText }) => answerAsText(answer));
const htmlOf = (answer: string) =>
  import('./answer-as-html').then(({ answerAsHtml }) => answerAsHtml(answer));

async function copyText(text: Promise<string>): Promise<void> {
  await navigator.clipboard.writeText(await text);
}

/** Both forms in one item: what takes no HTML gets the text. Promised, since only the press itself may copy. */
async function copyRich(answer: string): Promise<Outcome> {
  const text = textOf(answer);
  const html = htmlOf(answer);
  try {
    const item = {
      'text/html': blobOf(html, 'text/html'),
      'text/plain': blobOf(text, 'text/plain'),
    };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return 'copied';
  } catch {
    await copyText(text);
    return 'plain';
  }
}

async function blobOf(text: Promise<string>, type: string): Promise<Blob> {
  return new Blob([await text], { type });
}

/** Copies an answer as it looks, or as Markdown or plain text where that is chosen, and says what it did. */
export function CopyAnswer(props: { text: () => string }) {
  const outcome = useSignal<Outcome | undefined>(undefined);
  const copy = (how: (answer: string) => Promise<Outcome>) => {
    outcome.value = undefined;
    void how(props.text())
      .catch((): Outcome => 'refused')
      .then((end) => {
        outcome.value = end;
      });
  };
  const choose = (form: (answer: string) => Promise<string>) =>
    copy((answer) => copyText(form(answer)).then((): Outcome => 'copied'));
  return (
    <div class="row">
      <Button kind="quiet" icon="copy" onClick={() => copy(copyRich)}>
        {i18n.t('run.copy')}
      </Button>
      <Menu label={i18n.t('copy.as')}>
        <MenuItem onChoose={() => choose((answer) => Promise.resolve(answer))}>
          {i18n.t('copy.markdown')}
        </MenuItem>
        <MenuItem onChoose={() => choose(textOf)}>{i18n.t('copy.plain')}</MenuItem>
      </Menu>
      <span class="hint" role="status">
        {outcome.value && WORDS[outcome.value]()}
      </span>
    </div>
  );
}

const WORDS: Readonly<Record<Outcome, () => string>> = {
  copied: () => i18n.t('run.copied'),
  plain: () => i18n.t('copy.onlyPlain'),
  refused: () => i18n.t('run.copyFailed'),
};
