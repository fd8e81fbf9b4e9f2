import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, readJson } from '../../lib/files';
import { ROOT } from '../../lib/root';

const STAMPS = path.join(ROOT, 'dist/.stamps');
const FUNCTION_TESTS = 'test/unit/cloudfunctions';
/** Every action of every function once. */
const EVERY_ACTION = `${FUNCTION_TESTS}/calls.cloud.test.ts`;
/** Read by the embedded cloud; they affect every function. */
const READ_BY_THE_CLOUD = /^cloudfunctions\/[^/]+\.json$/;
/** Read from the disk, not imported: markup, styles, words. */
const TESTS_OF_THE_PHONE = [
  'test/component/',
  'test/unit/miniprogram/tokens.test.ts',
  'test/unit/miniprogram/locales/',
];

/**
 * Tests of changed files that Jest cannot find, because they do not import them: they run the built functions, or
 * read files. Relative to the repository.
 */
export function hiddenTests(changed: readonly string[], functions = changedFunctions(changed)): string[] {
  const ofFunctions = functions.flatMap((name) => [EVERY_ACTION, ...testsIn(`${FUNCTION_TESTS}/${name}/`)]);
  const cloud = ofFunctions.filter((file) => file.endsWith('.cloud.test.ts'));
  const isPhone = changed.some((file) => file.startsWith('miniprogram/'));
  return [...new Set([...cloud, ...(isPhone ? TESTS_OF_THE_PHONE.flatMap(testsIn) : [])])];
}

/** Functions whose bundle contains a changed file or that depend on one, by the build's records. */
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
