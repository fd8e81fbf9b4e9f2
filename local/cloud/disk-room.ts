import { statfsSync } from 'node:fs';
import { CloudError } from './cloud-error';

const MB = 1_048_576;
/**
 * Kept free, bytes: the database copies every page that a change touches, and a write that stops half-way leaves memory
 * ahead of the file, after which nothing could be answered.
 */
export const RESERVED_BYTES = 64 * MB;

/** The free space of the disk that a folder is on. */
export class DiskRoom {
  private isFull = false;

  constructor(private readonly folder: string) {}

  /** Bytes that this user may still write. */
  free(): number {
    const { bavail, bsize } = statfsSync(this.folder);
    return bavail * bsize;
  }

  /**
   * Asked before anything is changed: a full disk refuses changes, answers what is read, and goes on once there is room.
   * The first refusal is also printed.
   * @throws CloudError DISK_FULL if there is no room for so many bytes beside what is kept free
   */
  require(bytes = 0): void {
    if (this.free() >= RESERVED_BYTES + bytes) {
      this.isFull = false;
      return;
    }
    const needed = Math.ceil((RESERVED_BYTES + bytes) / MB);
    const error = new CloudError(
      'DISK_FULL',
      `The disk of ${this.folder} is full: nothing is saved until ${needed} MB of it are free. Make room, and it goes on by itself; whatever was answered before is saved.`,
    );
    if (!this.isFull) console.error(error.message);
    this.isFull = true;
    throw error;
  }
}
