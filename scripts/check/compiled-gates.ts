import path from 'node:path';
import { ROOT } from '../lib/root';
import { CompilerRefusal, compileForWechat, WECHAT_OUTPUT } from '../wechat/compile';
import { type FileSet, readFileSet } from '../wechat/file-set';
import { ALLOWED_BUILTINS } from './compiled/allowed-builtins';
import { builtinProblems } from './compiled/builtin-problems';
import { droppedFileProblems } from './compiled/dropped-files';
import { declaredBaseLibrary, missingBuiltins } from './compiled/missing-builtins';
import { oneUserProblems } from './compiled/one-user';
import { measurePackages, sizeProblems } from './compiled/package-sizes';
import { referenceProblems } from './compiled/reference-problems';
import type { Gate } from './gate';

const COMPILER = "WeChat's compiler";
const SOURCES = path.join(ROOT, 'miniprogram');

type Check = (files: FileSet) => string[] | Promise<string[]>;

const CHECKS: readonly (readonly [name: string, check: Check])[] = [
  ['no file is left out', (files) => droppedFileProblems(readFileSet(SOURCES), files)],
  ['every reference has its file', referenceProblems],
  ['the main package holds what several use', oneUserProblems],
  ['package sizes', (files) => sizeProblems(measurePackages(files))],
  [
    'builtins of the base library',
    (files) => builtinProblems(files, missingBuiltins(declaredBaseLibrary()), ALLOWED_BUILTINS),
  ],
];

interface CompiledGates {
  readonly compilerGate: Gate;
  /** They wait for the compiler, which runs once for all of them. */
  readonly outputGates: readonly Gate[];
}

/** The messages of WeChat's own compiler, and the problems in its output. */
export function compiledGates(compile = compileSources): CompiledGates {
  let compiled: Promise<FileSet> | undefined;
  const output = (): Promise<FileSet> => {
    compiled ??= compile();
    return compiled;
  };
  return {
    compilerGate: { name: `${COMPILER}: accepts the sources`, run: () => refusalsOf(output()) },
    outputGates: CHECKS.map(([name, check]) => ({
      name: `${COMPILER}: ${name}`,
      run: async () => check(await expectMade(output())),
    })),
  };
}

async function compileSources(): Promise<FileSet> {
  await compileForWechat();
  return readFileSet(WECHAT_OUTPUT);
}

/** @throws what is no refusal */
async function refusalsOf(output: Promise<FileSet>): Promise<string[]> {
  try {
    await output;
    return [];
  } catch (error) {
    if (error instanceof CompilerRefusal) return [error.message];
    throw error;
  }
}

/** The compiler's own gate reports the reason. */
function expectMade(output: Promise<FileSet>): Promise<FileSet> {
  return output.catch(() => {
    throw new Error('the compiler made no output');
  });
}
