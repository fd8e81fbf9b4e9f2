import { chmodSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';
import { ROOT } from '../lib/root';
import { runCommand } from '../lib/run-command';
import type { Gate } from './gate';

const MINIPROGRAM = path.join(ROOT, 'miniprogram');
const FOLDERS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

/** WeChat's own compilers: DevTools refuses the same. */
export const wechatCompilerGates: readonly Gate[] = [
  { name: 'WXML and WXS (wcc)', run: () => compile('wcc', ['-d'], ['.wxml', '.wxs']) },
  { name: 'WXSS (wcsc)', run: () => compile('wcsc', ['-lc'], ['.wxss']) },
];

async function compile(
  compiler: string,
  options: readonly string[],
  kinds: readonly string[],
): Promise<string[]> {
  const files = filesBelow(MINIPROGRAM)
    .filter((file) => kinds.includes(path.extname(file)))
    .map((file) => path.relative(MINIPROGRAM, file).split(path.sep).join('/'));
  if (files.length === 0) throw new Error(`no ${kinds.join(' or ')} file found in miniprogram/`);
  const { code, output } = await runCommand(binary(compiler), [...options, ...files], MINIPROGRAM);
  return code === 0 ? [] : [readable(output)];
}

/** The npm package contains the compilers without the executable bit. */
function binary(compiler: string): string {
  const folder = FOLDERS[process.platform];
  if (!folder) throw new Error(`${compiler} does not exist for ${process.platform}`);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const file = path.join(ROOT, 'node_modules/miniprogram-compiler/bin', folder, compiler + suffix);
  chmodSync(file, 0o755);
  return file;
}

/** The compilers print the generated code too; only lines that name a source file are problems. */
function readable(output: string): string {
  const lines = output
    .split('\n')
    .filter((line) => /\.(wxml|wxs|wxss)\b|error|ERR/i.test(line) && line.length < 500);
  const news = lines.length > 0 ? lines : [output.slice(0, 2000)];
  return news.map((line) => line.replace(/^\.\//, 'miniprogram/')).join('\n');
}
