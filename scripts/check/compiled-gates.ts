import path from 'node:path';
import { ROOT } from '../lib/root';
import { compileForWechat, WECHAT_OUTPUT } from '../wechat/compile';
import { type FileSet, readFileSet } from '../wechat/file-set';
import { ALLOWED_BUILTINS } from './compiled/allowed-builtins';
import { builtinProblems } from './compiled/builtin-problems';
import { droppedFileProblems } from './compiled/dropped-files';
import { declaredBaseLibrary, missingBuiltins } from './compiled/missing-builtins';
import { oneUserProblems } from './compiled/one-user';
import { measurePackages, sizeProblems } from './compiled/package-sizes';
import { referenceProblems } from './compiled/reference-problems';
import type { Gate } from './gate';

const SOURCES = path.join(ROOT, 'miniprogram');

interface CompiledGates {
  readonly compilerGate: Gate;
  /** They wait for the compiler, which runs once for all of them. */
  readonly outputGates: readonly Gate[];
}

/** What WeChat's own compiler says of the sources, and what is wrong with the files that it makes of them. */
export function compiledGates(): CompiledGates {
  let compiled: Promise<FileSet> | undefined;
  const output = (): Promise<FileSet> => {
    compiled ??= compileForWechat().then(() => readFileSet(WECHAT_OUTPUT));
    return compiled;
  };
  const onOutput = (name: string, check: (files: FileSet) => string[] | Promise<string[]>): Gate => ({
    name: `WeChat's compiler: ${name}`,
    run: async () => check(await output()),
  });
  return {
    compilerGate: onOutput('accepts the sources', () => []),
    outputGates: [
      onOutput('no file is left out', (files) => droppedFileProblems(readFileSet(SOURCES), files)),
      onOutput('every reference has its file', referenceProblems),
      onOutput('the main package holds what several use', oneUserProblems),
      onOutput('package sizes', (files) => sizeProblems(measurePackages(files))),
      onOutput('builtins of the base library', (files) =>
        builtinProblems(files, missingBuiltins(declaredBaseLibrary()), ALLOWED_BUILTINS),
      ),
    ],
  };
}
