import { transformSync } from 'esbuild';
import type { FileSet } from '../../wechat/file-set';

/**
 * One sentence for each source that WeChat's compiler leaves out. Only types may be left out: declarations, and
 * TypeScript that is empty once the types are erased.
 */
export function droppedFileProblems(sources: FileSet, output: FileSet): string[] {
  return [...sources]
    .filter(([name, content]) => !output.has(outputName(name)) && !isTypesOnly(name, content))
    .map(
      ([name]) => `miniprogram/${name}: WeChat's compiler leaves it out (nothing that it follows uses it)`,
    );
}

const outputName = (name: string): string => name.replace(/\.ts$/, '.js');

function isTypesOnly(name: string, content: Buffer): boolean {
  if (name.endsWith('.d.ts')) return true;
  if (!name.endsWith('.ts')) return false;
  const { code } = transformSync(content.toString('utf8'), { loader: 'ts', sourcefile: name });
  return code.trim() === '';
}
