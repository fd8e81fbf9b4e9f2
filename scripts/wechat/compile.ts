import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesBelow } from '../lib/files';
import { ROOT } from '../lib/root';
import { runCommand } from '../lib/run-command';

/** Folder of the files that an upload to WeChat would contain. */
export const WECHAT_OUTPUT = path.join(ROOT, 'dist/wechat');

const STAMP = path.join(ROOT, 'dist/.stamps/wechat.txt');
const COMPILER = path.join(ROOT, 'tools/wechat-compiler');
const INPUTS = ['miniprogram', 'project.config.json'];
/** Exit code of `compile.cjs` if the compiler refuses the sources. */
const REFUSED = 2;

/** WeChat's compiler refuses the sources; its own message names the file. */
export class CompilerRefusal extends Error {}

/**
 * Compiles the Mini Program with WeChat's own compiler into `dist/wechat`, unless it was compiled from the same
 * inputs before. Installs the compiler when it has to run. Needs `miniprogram_npm`, which `npm run build` makes.
 * @returns false if nothing had changed
 * @throws CompilerRefusal
 * @throws Error if the compiler cannot be installed or breaks
 */
export async function compileForWechat(): Promise<boolean> {
  const hash = inputsHash();
  if (existsSync(WECHAT_OUTPUT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return false;
  rmSync(STAMP, { force: true });
  await installCompiler();
  await compileProject(ROOT, WECHAT_OUTPUT);
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hash);
  return true;
}

/** Hash of everything that determines the output: names and contents of the sources, compiler, our own scripts. */
export function inputsHash(root = ROOT): string {
  const own = ['package-lock.json', 'compile.cjs'].map((file) => path.join(COMPILER, file));
  const sources = INPUTS.flatMap((input) => {
    const full = path.join(root, input);
    return input.endsWith('.json') ? [full] : filesBelow(full);
  });
  const hash = createHash('sha256');
  for (const file of [...own, __filename, ...sources]) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Logs the installation, which takes a minute. @throws Error with one line that says why it could not */
export async function installCompiler(): Promise<void> {
  const script = path.join(ROOT, 'scripts/bootstrap/install-compiler.mjs');
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'inherit', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const reason = Buffer.concat(errors).toString('utf8').trim();
  if (code !== 0) throw new Error(`WeChat's compiler could not be installed: ${reason}`);
}

/**
 * Compiles the project in `root` into `output`. The compiler reads every file of a project's folder, so it gets a
 * copy that holds nothing else. It must be installed. @throws CompilerRefusal @throws Error if it breaks
 */
export async function compileProject(root: string, output: string): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tongxin-wechat-'));
  const project = path.join(scratch, 'project');
  try {
    for (const input of INPUTS)
      cpSync(path.join(root, input), path.join(project, input), { recursive: true });
    const script = path.join(COMPILER, 'compile.cjs');
    const args = [script, project, path.resolve(output)];
    // The compiler creates cache folders in its working directory.
    const { code, output: printed } = await runCommand(process.execPath, args, scratch);
    if (code === REFUSED) throw new CompilerRefusal(withoutNoise(printed));
    if (code !== 0) throw new Error(`WeChat's compiler ended with code ${code}: ${withoutNoise(printed)}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The compiler's own log: lines that begin with a name in brackets. */
function withoutNoise(printed: string): string {
  return printed
    .split('\n')
    .filter((line) => !/^\[(summer-compiler|miniprogram-builder|info|error)\]|^serialize\b/.test(line))
    .join('\n')
    .trim();
}
