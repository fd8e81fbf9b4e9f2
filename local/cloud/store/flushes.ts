import { CloudError } from '../cloud-error';

/** The pending writes to the disk. */
export class Flushes {
  private pending: Promise<void> | undefined;
  private failure: Error | undefined;

  /** After a failed write, memory is ahead of the disk: no request may be answered any more. */
  track(write: Promise<void>): void {
    const tracked = Promise.all([this.pending, write]).then(
      () => {
        if (this.pending === tracked) this.pending = undefined;
      },
      (error: Error) => {
        this.failure ??= error;
      },
    );
    this.pending = tracked;
  }

  /** Resolves when everything tracked so far is on the disk. @throws CloudError SYS_ERR if a write failed */
  async durable(): Promise<void> {
    await this.pending;
    this.assertHealthy();
  }

  /** Resolves when no write is pending, whether they succeeded or not. */
  async drained(): Promise<void> {
    await this.pending?.catch(() => undefined);
  }

  assertHealthy(): void {
    if (this.failure)
      throw new CloudError(
        'SYS_ERR',
        `The database could not be written to disk (${this.failure.message}). Stop it, make room or mend the disk, and start it again: whatever was answered before is saved.`,
      );
  }
}
