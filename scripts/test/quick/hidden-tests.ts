import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, readJson } from '../../lib/files';
import { ROOT } from '../../lib/root';

const STAMPS = path.join(ROOT, 'dist/.stamps');
const FUNCTION_TESTS = 'test/unit/cloudfunctions';
/** Every action of every function once. */
const EVERY_ACTION = `${FUNCTION_TESTS}/calls.cloud.test.ts`;
/** The embedded cloud reads them as they are; every function runs by them. */
const READ_BY_THE_CLOUD = /^cloudfunctions\/[^/]+\.json$/;
/** Read from the disk, not imported: markup, styles, words. */
const TESTS_OF_THE_PHONE = [
  'test/component/',
  'test/unit/miniprogram/tokens.test.ts',
  'test/unit/miniprogram/locales/',
];

/**
 * Tests that Jest cannot know to belong to changed files, as they import none of them: they run the built functions,
 * or read files. Relative to the repository.
 */
export function hiddenTests(changed: readonly string[], functions = changedFunctions(changed)): string[] {
  const ofFunctions = functions.flatMap((name) => [EVERY_ACTION, ...testsIn(`${FUNCTION_TESTS}/${name}/`)]);
  const cloud = ofFunctions.filter((file) => file.endsWith('.cloud.test.ts'));
  const isPhone = changed.some((file) => file.startsWith('miniprogram/'));
  return [...new Set([...cloud, ...(isPhone ? TESTS_OF_THE_PHONE.flatMap(testsIn) : [])])];
}

/** Functions whose bundle holds a changed file, or that run by one; by what the build remembers. */
function changedFunctions(changed: readonly string[]): string[] {
  const isForAll = changed.some((file) => READ_BY_THE_CLOUD.test(file));
  return builtFunctions()
    .filter(({ inputs }) => isForAll || changed.some((file) => file in inputs))
    .map(({ name }) => name);
}

function builtFunctions(): { name: string; inputs: Readonly<Record<string, string>> }[] {
  if (!existsSync(STAMPS)) return [];
  return readdirSync(STAMPS).flatMap((file) => {
    const name = /^function-(.+)\.json$/.exec(file)?.[1];
    return name ? [{ name, ...readJson<{ inputs: Record<string, string> }>(path.join(STAMPS, file)) }] : [];
  });
}

/** Test files of a folder, which ends in `/`, or a file itself. */
function testsIn(place: string): string[] {
  if (!place.endsWith('/')) return [place];
  return filesBelow(path.join(ROOT, place))
    .map((file) => path.relative(ROOT, file).split(path.sep).join('/'))
    .filter((file) => file.endsWith('.test.ts'));
}
