import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../lib/root';
import { runCommand } from '../../lib/run-command';

const MAIN = ['main', 'origin/main'];

export interface Changes {
  /** Description of the base of the comparison. */
  readonly since: string;
  /** Relative to the repository, sorted, including deleted ones. */
  readonly files: readonly string[];
}

/**
 * The changed files: since the branch point from main, committed or not; on main the uncommitted ones, and in a
 * clean tree those of the last commit.
 * @throws Error where there is no git or no commit
 */
export async function findChanges(root: string = ROOT): Promise<Changes> {
  const head = await git(root, 'rev-parse', 'HEAD');
  const left = await branchPoint(root);
  const since = await changesSince(root, left ?? head);
  if (since.length > 0) {
    const isBranch = left !== undefined && left !== head;
    return { since: isBranch ? `main (${left.slice(0, 8)})` : 'the last commit', files: since };
  }
  const before = await git(root, 'rev-parse', '--verify', 'HEAD~1').catch(() => head);
  return { since: 'the commit before the last', files: await changesSince(root, before) };
}

/** The files that still exist. */
export const present = (files: readonly string[]): string[] =>
  files.filter((file) => existsSync(path.join(ROOT, file)));

async function branchPoint(root: string): Promise<string | undefined> {
  for (const name of MAIN) {
    const found = await git(root, 'merge-base', 'HEAD', name).catch(() => undefined);
    if (found) return found;
  }
  return undefined;
}

async function changesSince(root: string, commit: string): Promise<string[]> {
  const known = await git(root, 'diff', '--name-only', '--no-renames', '-z', commit);
  const fresh = await git(root, 'ls-files', '--others', '--exclude-standard', '-z');
  return [...new Set(`${known}\0${fresh}`.split('\0').filter(Boolean))].sort();
}

async function git(root: string, ...args: string[]): Promise<string> {
  const { code, output } = await runCommand('git', args, root);
  if (code !== 0) throw new Error(`git ${args[0]}: ${output.trim()}`);
  return output.trim();
}
