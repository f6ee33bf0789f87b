import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The extension's button in the toolbar. It keeps what it shows when the background is stopped. */
export class FakeToolbar {
  badge = { text: '', title: '' };

  /** Puts the API in place for a new background. */
  start(): void {
    Object.assign(fakeBrowser, {
      action: {
        setBadgeText: async ({ text }: { text: string }) => {
          this.badge = { ...this.badge, text };
        },
        setBadgeBackgroundColor: async () => undefined,
        setTitle: async ({ title }: { title: string }) => {
          this.badge = { ...this.badge, title };
        },
      },
    });
  }
}
