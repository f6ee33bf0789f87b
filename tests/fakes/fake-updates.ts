import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FakeEvent } from './fake-event';

/** Updates of the extension, and its reloading itself for one. */
export class FakeUpdates {
  /** How often the extension has reloaded itself. */
  reloads = 0;
  #onUpdateAvailable = new FakeEvent<[]>();

  /** Puts the API in place for a new background. */
  start(): void {
    this.#onUpdateAvailable = new FakeEvent();
    Object.assign(fakeBrowser.runtime, {
      onUpdateAvailable: this.#onUpdateAvailable,
      reload: () => {
        this.reloads += 1;
      },
    });
  }

  /** A newer version has come. */
  offer(): void {
    this.#onUpdateAvailable.trigger();
  }
}
