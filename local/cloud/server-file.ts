import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CloudError } from './cloud-error';

/** How other processes of this machine find the cloud that runs on a data folder. */
export interface ServerAddress {
  pid: number;
  /** Absent while it starts. */
  url?: string;
  token: string;
}

export const TOKEN_HEADER = 'x-local-token';

/** Locks the folder for this process. @throws CloudError DATA_DIR_IN_USE if another cloud runs on it */
export async function claimDataDir(dataDir: string): Promise<ServerAddress> {
  await mkdir(dataDir, { recursive: true });
  // Other users of the machine read neither the token nor the data.
  await chmod(dataDir, 0o700);
  const address = { pid: process.pid, token: randomBytes(24).toString('base64url') };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (await create(dataDir, address)) return address;
    const running = await findRunning(dataDir);
    if (running) break;
    await rm(fileIn(dataDir), { force: true });
  }
  throw new CloudError('DATA_DIR_IN_USE', `Another embedded cloud runs on ${dataDir}.`);
}

/** Tells others where to reach this cloud. */
export async function publishAddress(dataDir: string, address: ServerAddress): Promise<void> {
  const draft = `${fileIn(dataDir)}.${address.pid}.part`;
  await writeFile(draft, JSON.stringify(address), { mode: 0o600 });
  await rename(draft, fileIn(dataDir));
}

export async function releaseDataDir(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true });
}

/** The cloud that runs on this folder; a file left behind by a killed process is ignored. */
export async function findRunning(dataDir: string): Promise<ServerAddress | undefined> {
  if (!existsSync(fileIn(dataDir))) return undefined;
  const address = await readAddress(dataDir);
  if (!address) return undefined;
  if (address.url === undefined) return isAlive(address.pid) ? address : undefined;
  const headers = { [TOKEN_HEADER]: address.token };
  const reply = await fetch(`${address.url}/control/ping`, { method: 'POST', headers }).catch(
    () => undefined,
  );
  return reply?.ok ? address : undefined;
}

async function create(dataDir: string, address: ServerAddress): Promise<boolean> {
  try {
    await writeFile(fileIn(dataDir), JSON.stringify(address), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined for an incomplete file of a killed process. */
async function readAddress(dataDir: string): Promise<ServerAddress | undefined> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'server.json');
}
