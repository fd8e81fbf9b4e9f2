import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { scratchFolder } from '../scratch-folder';

const ROOT = path.resolve(__dirname, '../../../..');
const TOOL = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const CONFIG = path.join(ROOT, '.dependency-cruiser.cjs');

/** A small project in which every arrow is allowed. */
const sound = {
  'tsconfig.json': { compilerOptions: { moduleResolution: 'bundler', module: 'ESNext' } },
  'typings/contracts/a.d.ts': 'export type A = string;',
  'miniprogram/pages/p/p.ts': "import { s } from '../../services/s'; s();",
  'miniprogram/services/s.ts':
    "import type { A } from '../../typings/contracts/a'; export const s = (): A => '';",
  'miniprogram/features/f/f.ts': "import { s } from '../../services/s'; export const f = s;",
  'miniprogram/features/g/g.ts': 'export const g = 1;',
  'cloudfunctions/attendance/index.ts': "import './actions/a';",
  'cloudfunctions/attendance/actions/a.ts':
    "import { r } from '../domain/r'; import { q } from '../../people/data/q'; r(q);",
  'cloudfunctions/attendance/domain/r.ts': 'export const r = (_: unknown) => 1;',
  'cloudfunctions/people/data/q.ts': "import { d } from '../../shared/data/d'; export const q = d;",
  'cloudfunctions/people/domain/p.ts': 'export const p = 1;',
  'cloudfunctions/shared/data/d.ts': 'export const d = 1;',
  'local/l.ts': "import type { A } from '../typings/contracts/a'; export const l: A = '';",
  'scripts/s.ts': "import { l } from '../local/l'; console.log(l);",
};

const BREAKS = [
  ['miniprogram-alone', 'miniprogram/pages/p/p.ts', '../../../cloudfunctions/shared/data/d'],
  ['main-package-alone', 'miniprogram/pages/p/p.ts', '../../features/f/f'],
  ['features-apart', 'miniprogram/features/f/f.ts', '../g/g'],
  ['services-below-pages', 'miniprogram/services/s.ts', '../pages/p/p'],
  ['local-is-a-tool', 'cloudfunctions/attendance/actions/a.ts', '../../../local/l'],
  ['functions-alone', 'cloudfunctions/attendance/actions/a.ts', '../../../local/l'],
  ['local-uses-the-product-from-outside', 'local/l.ts', '../cloudfunctions/shared/data/d'],
  ['domain-is-pure', 'cloudfunctions/attendance/domain/r.ts', '../../shared/data/d'],
  ['domain-without-io', 'cloudfunctions/attendance/domain/r.ts', 'node:fs'],
  ['domain-of-one-feature', 'cloudfunctions/attendance/domain/r.ts', '../../people/domain/p'],
  ['only-data-of-others', 'cloudfunctions/attendance/actions/a.ts', '../../people/domain/p'],
  ['reads-of-other-features', 'cloudfunctions/people/data/q.ts', '../../attendance/domain/r'],
  ['shared-knows-no-feature', 'cloudfunctions/shared/data/d.ts', '../../people/domain/p'],
  // Of a cycle, one of its members is named.
  ['no-cycles', 'miniprogram/services/s.ts', '../pages/p/p'],
  ['no-missing', 'local/l.ts', './gone'],
  ['typings-are-types', 'typings/contracts/a.d.ts', '../../local/l'],
] as const;

/** `<rule> <file>` of everything that the checker finds in the project. */
function violationsIn(files: Record<string, string | object>): string[] {
  const folders = ['miniprogram', 'cloudfunctions', 'local', 'scripts', 'typings'];
  const args = [TOOL, '--config', CONFIG, '--output-type', 'json', ...folders];
  const options = { cwd: scratchFolder(files), encoding: 'utf8' } as const;
  const { stdout, stderr } = spawnSync(process.execPath, args, options);
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
}

describe('the arrows', () => {
  it('let a sound project pass', () => {
    expect(violationsIn(sound)).toEqual([]);
  });

  it('are each found when they are broken', () => {
    const broken: Record<string, string | object> = { ...sound };
    for (const [, file, target] of BREAKS) broken[file] = `import '${target}'; ${broken[file]}`;
    const found = violationsIn(broken);
    for (const [rule, file] of BREAKS) {
      const isFound =
        rule === 'no-cycles'
          ? (line: string) => line.startsWith(rule)
          : (line: string) => line === `${rule} ${file}`;
      expect(found.filter(isFound)).not.toEqual([]);
    }
  });
});
