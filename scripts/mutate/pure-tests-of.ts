import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';
import { ROOT } from '../lib/root';

const FOLDERS = ['test/unit/cloudfunctions', 'test/property'];

/**
 * Tests that run the rules of a feature without a cloud: they are in its folder or import a file of it (of what all
 * features share: the file itself), and replace no module.
 * @param target path inside the repository, such as `cloudfunctions/leave/domain`
 */
export function pureTestsOf(target: string): string[] {
  const subject = subjectOf(target);
  const imported = new RegExp(`from '(?:\\.\\./)+${subject}`);
  return FOLDERS.flatMap((folder) => filesBelow(path.join(ROOT, folder)))
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.cloud.test.ts'))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      const isOwn = file.includes(`/test/unit/${subject}`);
      return (isOwn || imported.test(text)) && !text.includes('jest.mock(');
    })
    .map((file) => path.relative(ROOT, file));
}

function subjectOf(target: string): string {
  const [root, feature] = target.split('/');
  return feature === 'shared' ? target.replace(/\.ts.*$/, '') : `${root}/${feature}/`;
}
