import { CloudError } from '../cloud-error';
import type { Store } from '../store/store';

export const FILE_OWNERS = 'fileOwners';

/** Which person uploaded which file. What a function uploaded belongs to no person. */
export class FileOwners {
  constructor(private readonly store: Store) {}

  /** Undefined if no person uploaded it. */
  of(cloudPath: string): string | undefined {
    const owner = this.store.collection(FILE_OWNERS).get(cloudPath)?.openid;
    return owner === undefined ? undefined : String(owner);
  }

  /**
   * Notes the person before the bytes are written, so that of two who upload at once one is refused.
   * `taken`: a file is there already.
   * @throws CloudError STORAGE_EXCEED_AUTHORITY if the path is not this person's
   */
  async claim(cloudPath: string, openid: string, taken: boolean): Promise<void> {
    const owner = this.of(cloudPath);
    if (owner === openid) return;
    if (taken || owner !== undefined)
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'The file at this path belongs to someone else.');
    await this.write(cloudPath, { _id: cloudPath, openid });
  }

  async forget(cloudPath: string): Promise<void> {
    if (this.of(cloudPath) !== undefined) await this.write(cloudPath, undefined);
  }

  private async write(
    cloudPath: string,
    document: { _id: string; openid: string } | undefined,
  ): Promise<void> {
    this.store.apply(new Map([[FILE_OWNERS, new Map([[cloudPath, document]])]]));
    await this.store.durable();
  }
}
