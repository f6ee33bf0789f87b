import { noteFault } from '@/utils/storage/note-fault';
import { createQueue } from '@/utils/storage/queue';
import { DatabaseJournal } from './database-journal';
import { deleteRunsDatabase, openRunsDatabase, type RunsDatabase } from './runs-database';

/** The runs of an account on disk: what writes them, and the database that lists and searches read. */
export interface AccountJournal {
  journal: DatabaseJournal;
  database: RunsDatabase;
}

/** The journals of all accounts, each opened once, when it is first needed. */
export class Journals {
  /** For all that writes and deletes, so that nothing is written after its deletion. */
  readonly inOrder = createQueue();
  readonly #opened = new Map<string, Promise<AccountJournal | undefined>>();

  /**
   * The journal of an account; `undefined` where there is no database, or a newer version of this
   * extension has written it. The person is told.
   */
  async of(sub: string): Promise<AccountJournal | undefined> {
    let opening = this.#opened.get(sub);
    if (!opening) {
      opening = this.#open(sub);
      this.#opened.set(sub, opening);
    }
    return await opening;
  }

  /** Deletes all that is kept of an account, after what is written already. */
  async delete(sub: string): Promise<void> {
    await this.inOrder(async () => {
      const opened = await this.#opened.get(sub)?.catch(() => undefined);
      opened?.database.close();
      this.#opened.delete(sub);
      await deleteRunsDatabase(sub).catch((cause: unknown) => {
        // Where there are no databases, there is none to delete.
        if (!isWithoutDatabases(cause)) throw cause;
      });
    });
  }

  async #open(sub: string): Promise<AccountJournal | undefined> {
    try {
      const database = await openRunsDatabase(sub, () => this.#opened.delete(sub));
      return { database, journal: new DatabaseJournal(database, sub) };
    } catch (cause) {
      // Tried again by the next that needs it.
      this.#opened.delete(sub);
      // Said when somebody signs in, and nobody's fault.
      if (isWithoutDatabases(cause)) return undefined;
      const isNewer = cause instanceof Error && cause.name === 'VersionError';
      await noteFault({ kind: isNewer ? 'history-newer' : 'history-unavailable' });
      return undefined;
    }
  }
}

/** What Firefox answers in "never remember history". */
function isWithoutDatabases(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'InvalidStateError';
}
