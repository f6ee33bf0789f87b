import { vi } from 'vitest';
import type { RunPortEvent, ViewerMessage } from '@/utils/messaging/protocol';
import type { RunSnapshot } from '@/utils/runs/run';
import type { FakePort } from './fake-port';

/** A view that is attached: it keeps what a view would show. */
export class FakeViewer {
  run: RunSnapshot | undefined;
  /** The turns before it. */
  earlier: RunSnapshot[] = [];
  events: RunPortEvent[] = [];
  readonly #port: FakePort;

  constructor(port: FakePort) {
    this.#port = port;
    port.onMessage.addListener((message) => this.#hear(message as RunPortEvent));
  }

  #hear(event: RunPortEvent): void {
    this.events.push(event);
    if (event.kind === 'snapshot') {
      this.run = event.run ?? undefined;
      this.earlier = event.earlier;
    }
    if (event.kind === 'cleared') {
      this.run = undefined;
      this.earlier = [];
    }
    if (!this.run) return;
    if (event.kind === 'change' && event.run.id === this.run.id) {
      this.run = { ...this.run, ...event.run };
    }
    if (event.kind === 'delta' && event.runId === this.run.id) {
      const { answer, reasoning } = this.run;
      this.run = {
        ...this.run,
        answer: answer + event.text,
        reasoning: reasoning + event.reasoning,
      };
    }
  }

  /** Says something to the background. */
  say(message: ViewerMessage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has none
    this.#port.postMessage(message);
  }

  /** What it was asked to have the browser's own model answer, the first first. */
  get asked(): Extract<RunPortEvent, { kind: 'infer' }>[] {
    return this.events.filter((event) => event.kind === 'infer');
  }

  /** What it was told to stop. */
  get toldToStop(): string[] {
    return this.events.flatMap((event) => (event.kind === 'stop-inferring' ? [event.id] : []));
  }

  close(): void {
    this.#port.disconnect();
  }

  /** The id of the run shown. */
  get runId(): string {
    if (!this.run) throw new Error('no run is shown');
    return this.run.id;
  }

  /** Waits until the run shown is in a state. */
  async waitFor(state: RunSnapshot['state']['kind']): Promise<RunSnapshot> {
    return await this.#waitUntil(state, (run) => run.state.kind === state);
  }

  /** Waits until the run shown waits for the person. */
  async waitForHold(by: string): Promise<RunSnapshot> {
    return await this.#waitUntil(
      `held by ${by}`,
      ({ state }) => state.kind === 'held' && state.by === by,
    );
  }

  /** Waits until the answer shown holds some text. */
  async waitForText(length = 1): Promise<RunSnapshot> {
    return await this.#waitUntil('answered', (run) => run.answer.length >= length);
  }

  async #waitUntil(what: string, is: (run: RunSnapshot) => boolean): Promise<RunSnapshot> {
    const check = () => {
      if (!this.run || !is(this.run)) {
        throw new Error(`the run is not ${what}: ${JSON.stringify(this.run?.state)}`);
      }
      return this.run;
    };
    return await vi.waitFor(check, { timeout: 4_000, interval: 10 });
  }
}
