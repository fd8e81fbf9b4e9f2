import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChanges } from '../../../../../scripts/test/quick/changes';
import { scratchFolder } from '../../scratch-folder';

/** A repository with two commits on main. */
function repository() {
  const root = scratchFolder({ 'a.txt': 'a' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: root, stdio: 'pipe' });
  const write = (file: string) => writeFileSync(path.join(root, file), `${file} ${Math.random()}`);
  const commit = () => {
    git('add', '.');
    git('commit', '-q', '-m', 'one');
  };
  git('init', '-q', '-b', 'main');
  commit();
  write('second.txt');
  commit();
  return { root, git, write, commit };
}

describe('what changed', () => {
  it('is the last commit in a clean tree on main', async () => {
    const { root } = repository();
    expect(await findChanges(root)).toEqual({ since: 'the commit before the last', files: ['second.txt'] });
  });

  it('is what nobody committed yet on main, new files and strange names too', async () => {
    const { root, write } = repository();
    write('a.txt');
    write('新 file.txt');
    expect(await findChanges(root)).toEqual({ since: 'the last commit', files: ['a.txt', '新 file.txt'] });
  });

  it('is all since a branch left main, committed or not, and nothing that main did meanwhile', async () => {
    const { root, git, write, commit } = repository();
    git('switch', '-q', '-c', 'feature');
    write('feature.txt');
    commit();
    git('switch', '-q', 'main');
    write('of-main.txt');
    commit();
    git('switch', '-q', 'feature');
    git('rm', '-q', 'second.txt');
    const { since, files } = await findChanges(root);
    expect(since).toMatch(/^main \(\w{8}\)$/);
    expect(files).toEqual(['feature.txt', 'second.txt']);
  });

  it('cannot be told without git', async () => {
    await expect(findChanges(scratchFolder({}))).rejects.toThrow('git rev-parse');
  });
});
