import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { CloudError } from '../cloud-error';
import { DiskRoom } from '../disk-room';
import type { FileOwners } from './file-owners';
import { draftOf, listFiles, type StoredFile } from './list-files';

/** Of one upload. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Lifetime of an address in seconds: the platform's default and its maximum. */
const MAX_AGE_S = 86_400;

/** Cloud storage in a folder. An address is valid for one file, one operation and a limited time. */
export class FileStore {
  private readonly secret = randomBytes(32);
  private readonly room: DiskRoom;

  /** `origin`: of the gateway, for the addresses; `now`: epoch ms, for their expiry. */
  constructor(
    private readonly folder: string,
    private readonly envId: string,
    private readonly origin: () => string,
    private readonly owners: FileOwners,
    private readonly now: () => number,
  ) {
    this.room = new DiskRoom(path.dirname(folder));
  }

  fileId(cloudPath: string): string {
    assertCloudPath(cloudPath);
    return `cloud://${this.envId}.local/${cloudPath}`;
  }

  /** The path inside this environment; undefined if the id is not one of its file ids. */
  pathOf(fileId: unknown): string | undefined {
    const prefix = `cloud://${this.envId}.local/`;
    if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return undefined;
    const cloudPath = fileId.slice(prefix.length);
    return isCloudPath(cloudPath) ? cloudPath : undefined;
  }

  async has(cloudPath: string): Promise<boolean> {
    const found = await stat(this.locate(cloudPath)).catch(missing);
    return found?.isFile() ?? false;
  }

  /** Undefined if there is no such file. */
  async read(cloudPath: string): Promise<Buffer | undefined> {
    return readFile(this.locate(cloudPath)).catch(missing);
  }

  /** What an address of this cloud reads now; undefined for another address, an invalid one and a missing file. */
  async readAt(address: string): Promise<Buffer | undefined> {
    if (!address.startsWith(`${this.origin()}/files/`)) return undefined;
    try {
      return await this.read(this.verify('GET', new URL(address)));
    } catch (error) {
      if (error instanceof CloudError) return undefined;
      throw error;
    }
  }

  /** One page of the files whose path begins with `prefix`, by path. */
  async list(prefix: string, offset: number, limit: number): Promise<{ files: StoredFile[]; total: number }> {
    return listFiles(this.folder, prefix, offset, limit);
  }

  /** Replaces the file as a whole; resolves once it is on the disk. @throws CloudError DISK_FULL */
  async write(cloudPath: string, bytes: Buffer): Promise<void> {
    const target = this.locate(cloudPath);
    this.room.require(bytes.length);
    await mkdir(path.dirname(target), { recursive: true });
    const draft = draftOf(target);
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  }

  /** Like `write`, for a person and subject to the storage rule. @throws CloudError STORAGE_EXCEED_AUTHORITY */
  async writeAs(openid: string, cloudPath: string, bytes: Buffer): Promise<void> {
    this.room.require(bytes.length);
    await this.owners.claim(cloudPath, openid, await this.has(cloudPath));
    await this.write(cloudPath, bytes);
  }

  mayRead(openid: string, cloudPath: string): boolean {
    return this.owners.mayRead(cloudPath, openid);
  }

  async delete(cloudPath: string): Promise<boolean> {
    if (!(await this.has(cloudPath))) return false;
    await rm(this.locate(cloudPath));
    await this.owners.forget(cloudPath);
    return true;
  }

  uploadUrl(cloudPath: string): string {
    return this.signedUrl('PUT', cloudPath, 3600);
  }

  /**
   * An address that reads the file for `maxAge` seconds (a day, where that is no positive number, and at most). A file
   * that everybody may read has one without a signature and without an end, as on the platform.
   */
  download(cloudPath: string, maxAge: unknown): { url: string; maxAge: number } {
    const seconds = typeof maxAge === 'number' && maxAge > 0 ? Math.min(maxAge, MAX_AGE_S) : MAX_AGE_S;
    const url = this.owners.isPublic(cloudPath)
      ? this.address(cloudPath)
      : this.signedUrl('GET', cloudPath, seconds);
    return { url, maxAge: seconds };
  }

  /** The path that an address names. @throws CloudError STORAGE_SIGN_PARAM_INVALID */
  verify(method: string, url: URL): string {
    const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
    const cloudPath = Buffer.from(name, 'base64url').toString();
    const isOpen = method === 'GET' && !url.searchParams.has('sign') && isCloudPath(cloudPath);
    if (isOpen && this.owners.isPublic(cloudPath)) return cloudPath;
    const until = Number(url.searchParams.get('until'));
    const given = Buffer.from(url.searchParams.get('sign') ?? '', 'base64url');
    const due = this.sign(method, cloudPath, until);
    const fits = given.length === due.length && timingSafeEqual(given, due);
    if (!fits || !(until >= this.now() / 1000))
      throw new CloudError('STORAGE_SIGN_PARAM_INVALID', 'The address is not valid or has expired.');
    return cloudPath;
  }

  private signedUrl(method: string, cloudPath: string, seconds: number): string {
    const until = Math.ceil(this.now() / 1000) + seconds;
    const sign = this.sign(method, cloudPath, until).toString('base64url');
    return `${this.address(cloudPath)}?until=${until}&sign=${sign}`;
  }

  private address(cloudPath: string): string {
    assertCloudPath(cloudPath);
    return `${this.origin()}/files/${Buffer.from(cloudPath).toString('base64url')}`;
  }

  private sign(method: string, cloudPath: string, until: number): Buffer {
    return createHmac('sha256', this.secret).update(`${method}\n${until}\n${cloudPath}`).digest();
  }

  private locate(cloudPath: string): string {
    assertCloudPath(cloudPath);
    return path.join(this.folder, ...cloudPath.split('/'));
  }
}

/** Limits in UTF-8 bytes: the whole path, and one segment, which is a file name on disk. */
const MAX_PATH_BYTES = 850;
const MAX_STEP_BYTES = 200;

/** Valid path segments: not empty, no `..`, no character that a file system may refuse. */
function isCloudPath(cloudPath: string): boolean {
  if (Buffer.byteLength(cloudPath) > MAX_PATH_BYTES) return false;
  const steps = cloudPath.split('/');
  const name = /^[^\p{Cc}\\:*?"<>|]+$/u;
  return steps.every(
    (step) => name.test(step) && !/^\.+$/.test(step) && Buffer.byteLength(step) <= MAX_STEP_BYTES,
  );
}

function assertCloudPath(cloudPath: string): void {
  if (!isCloudPath(cloudPath))
    throw new CloudError('INVALID_PARAM', `The cloud path ${JSON.stringify(cloudPath)} is not allowed.`);
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR') return undefined;
  throw error;
}
