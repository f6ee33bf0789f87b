import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { plural } from '@/utils/format/plural';
import { isRunKey } from '@/utils/keyboard/is-run-key';
import type { SentRequest } from '@/utils/runs/run';
import type { RunControls } from './run-controls';
import './sent-text.css';

/** The messages of a run to the letter, how much that is, and the text to be edited and sent again. */
export function SentText({ runId, controls }: { runId: string; controls: RunControls }) {
  const sent = useSignal<SentRequest | undefined>(undefined);
  const failure = useRequestFailure();
  useEffect(() => {
    void controls.readSent(runId).then((result) => {
      if (result.ok) sent.value = result.value;
      else failure.show(result.error);
    });
  }, [runId]);
  const request = sent.value;
  if (!request) return <RequestFailure error={failure.error} />;
  return (
    <>
      <p class="hint">
        {i18n.t('sent.size', {
          characters: plural('run.characters', request.characters),
          tokens: plural('sent.tokens', request.tokens),
        })}
        {request.isMasked && ` ${i18n.t('sent.masked')}`}
      </p>
      <ol class="sent-messages">
        {request.messages.map(({ role, content }) => (
          <li>
            <h3>{roleName(role)}</h3>
            {/* Scrolls, so it must be reachable by keyboard. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region */}
            <pre role="region" aria-label={roleName(role)} tabIndex={0} dir="auto">
              {content}
            </pre>
          </li>
        ))}
      </ol>
      <EditedText
        text={request.text}
        onSend={(text) => void failure.attempt(controls.onSendEdited(text))}
      />
      <RequestFailure error={failure.error} />
    </>
  );
}

function roleName(role: 'system' | 'user' | 'assistant'): string {
  switch (role) {
    case 'system':
      return i18n.t('sent.system');
    case 'user':
      return i18n.t('sent.user');
    case 'assistant':
      return i18n.t('sent.assistant');
  }
}

function EditedText(props: { text: string; onSend: (text: string) => void }) {
  const text = useSignal(props.text);
  const send = (event: Event) => {
    event.preventDefault();
    if (text.value.trim() !== '') props.onSend(text.value);
  };
  return (
    <form onSubmit={send}>
      <label class="field">
        <span>{i18n.t('sent.text')}</span>
        <textarea
          rows={5}
          dir="auto"
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (isRunKey(event)) send(event);
          }}
        />
      </label>
      <Button type="submit" disabled={text.value.trim() === ''}>
        {i18n.t('sent.again')}
      </Button>
    </form>
  );
}
