import * as oauth from 'oauth4webapi';
import { openClient } from '../client.ts';
import type { Subject } from '../findings.ts';
import type { Note } from '../observation.ts';
import { askText, askYesOrNo } from '../person.ts';
import { readAnswer, textOf, type Answer } from '../request.ts';
import type { Step } from '../step.ts';
import type { Walk } from '../walk-state.ts';

const TRIES = 3;

/** The device flow (RFC 8628), once allowed and once denied. */
export const device: Step = {
  question: 'device',
  about: 'You enter two codes on a page of the service: you allow the first, and deny the second.',
  run: async (walk, note) => {
    const first = await requestCode(walk, note);
    await pollOnce(walk, first, 'first-poll', note);
    await pollOnce(walk, first, 'second-poll', note);
    showCode(walk, first, 'Allow');
    const typed = await askYesOrNo(walk.person, 'Did you have to type the code?');
    note({ kind: 'finding', finding: typed === 'yes' ? 'code-typed' : 'code-known' });
    await pollToTheEnd(walk, first, 'poll-after-allow', note);
    const second = await requestCode(walk, () => undefined);
    showCode(walk, second, 'Deny');
    await pollToTheEnd(walk, second, 'poll-after-deny', note);
  },
};

async function requestCode(walk: Walk, note: Note): Promise<oauth.DeviceAuthorizationResponse> {
  const { client, server, options } = await openClient(walk);
  const response = await oauth.deviceAuthorizationRequest(
    server,
    client,
    oauth.None(),
    { scope: walk.scopes },
    options,
  );
  const { status, body } = await readAnswer(response);
  walk.record.confidential.addAll(body);
  note({ kind: 'status', of: 'device-response', status });
  note({ kind: 'fields', of: 'device-response', body });
  return await oauth.processDeviceAuthorizationResponse(server, client, response);
}

function showCode(
  { person }: Walk,
  { verification_uri: page, user_code: code }: oauth.DeviceAuthorizationResponse,
  button: 'Allow' | 'Deny',
): void {
  person.say(`Open ${page}\nEnter the code ${code} if it asks, and press ${button}.`);
}

/** Polls when the person says so, which keeps the pace that the service wants. */
async function pollToTheEnd(
  walk: Walk,
  response: oauth.DeviceAuthorizationResponse,
  of: Subject,
  note: Note,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await askText(walk.person, 'Press Enter when you have done so (s to skip):');
    const { body } = await poll(walk, response);
    const error = textOf(body, 'error');
    if (error !== 'authorization_pending' && error !== 'slow_down') {
      note({ kind: 'fields', of, body });
      return;
    }
    walk.person.say('The service still waits for your answer. Give it five seconds.');
  }
  note({ kind: 'finding', finding: 'still-pending' });
}

async function pollOnce(
  walk: Walk,
  response: oauth.DeviceAuthorizationResponse,
  of: Subject,
  note: Note,
): Promise<void> {
  const { status, body } = await poll(walk, response);
  note({ kind: 'status', of, status });
  note({ kind: 'fields', of, body });
}

async function poll(
  walk: Walk,
  { device_code: code }: oauth.DeviceAuthorizationResponse,
): Promise<Answer> {
  const { client, server, options } = await openClient(walk);
  const answer = await readAnswer(
    await oauth.deviceCodeGrantRequest(server, client, oauth.None(), code, options),
  );
  walk.record.confidential.addAll(answer.body);
  return answer;
}
