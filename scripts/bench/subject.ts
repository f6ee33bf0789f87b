import type { CdpConnection } from '../../tests/drivers/cdp-connection.ts';
import type { CdpView } from '../../tests/drivers/cdp-view.ts';
import type { BrowserSession, Display } from '../../tests/drivers/driver.ts';

/** What is compared: Companion, and the least that does the same. */
export type SubjectName = 'ours' | 'floor';

/** An extension in a browser and on a screen of its own. */
export interface Subject {
  readonly name: SubjectName;
  readonly browser: BrowserSession;
  /** The protocol under the session, for measurements. */
  readonly connection: CdpConnection;
  readonly display: Display;
  /** A tab with the Hub's article. */
  readonly article: CdpView;
  /** The browser's profile, by which its processes are found. */
  readonly userDataDir: string;
}
