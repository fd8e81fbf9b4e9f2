import { CloudError } from '../cloud-error';
import type { Store } from '../store/store';
import type { FileAccess } from './storage-rule';

export const FILE_OWNERS = 'fileOwners';

/** Which person uploaded which file, and what the storage rule allows them. Files of functions have no owner. */
export class FileOwners {
  constructor(
    private readonly store: Store,
    private readonly access: FileAccess,
  ) {}

  /** Undefined if no person uploaded it. */
  of(cloudPath: string): string | undefined {
    const owner = this.store.collection(FILE_OWNERS).get(cloudPath)?.openid;
    return owner === undefined ? undefined : String(owner);
  }

  mayRead(cloudPath: string, openid: string): boolean {
    return this.access.mayRead(openid, { openid: this.of(cloudPath) ?? '', path: cloudPath });
  }

  /** Whether a person who never uploaded anything may read the file. */
  isPublic(cloudPath: string): boolean {
    return this.mayRead(cloudPath, 'a stranger');
  }

  /**
   * Records the owner before the bytes are written, so that one of two concurrent uploads is refused. `taken`: a
   * file is there already.
   * @throws CloudError STORAGE_EXCEED_AUTHORITY if the rule does not let this person write there
   */
  async claim(cloudPath: string, openid: string, taken: boolean): Promise<void> {
    const owner = this.of(cloudPath);
    const isNew = owner === undefined && !taken;
    const file = { openid: isNew ? openid : (owner ?? ''), path: cloudPath };
    if (!this.access.mayWrite(openid, file))
      throw new CloudError(
        'STORAGE_EXCEED_AUTHORITY',
        'The storage rule does not let this person write here.',
      );
    if (isNew) await this.write(cloudPath, { _id: cloudPath, openid });
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
