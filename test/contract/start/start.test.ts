import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-start-'));
const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  /** Everything printed until the process ended, and its exit code. */
  readonly ended: Promise<{ output: string; code: number | null }>;
  /** Resolves with the address of the preview once it is printed. */
  readonly url: Promise<string>;
  /** The same of the cloud console, printed after it. */
  readonly consoleUrl: Promise<string>;
}

function npmStart(port: string, ...args: string[]): Started {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'start', '--data-dir', dataDir, ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  const printed = (pattern: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const read = (): void => {
        const [address] = pattern.exec(output) ?? [];
        if (address) resolve(address);
      };
      child.stdout?.on('data', read);
    });
  const read = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const url = printed(/http:\/\/127\.0\.0\.1:\d+\//);
  const consoleUrl = printed(/http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+(?=\n)/);
  const ended = new Promise<{ output: string; code: number | null }>((resolve) => {
    child.on('close', (code) => resolve({ output, code }));
  });
  return { child, ended, url, consoleUrl };
}

describe('npm start', () => {
  it('prints an address that answers, refuses what cannot work in one line, and ends cleanly', async () => {
    const first = npmStart('0');
    const url = await first.url;
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}phone`)).status).toBe(200);

    const console = new URL(await first.consoleUrl);
    expect(console.port).not.toBe(new URL(url).port);
    expect(await (await fetch(console)).text()).toContain('云控制台');

    const port = new URL(url).port;
    const samePort = await npmStart(port).ended;
    expect(samePort).toEqual({ code: 1, output: expect.stringMatching(/^Port \d+ is in use: [^\n]+\n$/) });
    const sameData = await npmStart('0', '--fresh').ended;
    expect(sameData).toEqual({
      code: 1,
      output: expect.stringMatching(/^npm start is already running on this data folder: [^\n]+\n$/),
    });

    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    await expect(fetch(console)).rejects.toThrow();
  });

  it('says in one line that PORT is no port', async () => {
    const { code, output } = await npmStart('eighty').ended;
    expect({ code, output }).toEqual({
      code: 1,
      output: 'PORT must be a number from 0 to 65534, not "eighty".\n',
    });
  });
});
