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
  'miniprogram/common/c.ts': "import type { A } from '../../typings/contracts/a'; export const c: A = '';",
  'cloudfunctions/attendance/index.ts': "import '../leave/actions/l'; import './actions/a';",
  'cloudfunctions/attendance/actions/a.ts':
    "import { r } from '../domain/r'; import { q } from '../../people/public'; r(q);",
  'cloudfunctions/attendance/domain/r.ts':
    "import { p } from '../../people/rules'; import { c } from '../../../miniprogram/common/c'; export const r = (_: unknown) => [p, c];",
  'cloudfunctions/attendance/data/t.ts': 'export const t = 1;',
  'cloudfunctions/people/public.ts': "export { q } from './data/q';",
  'cloudfunctions/people/rules.ts': "export { p } from './domain/p';",
  'cloudfunctions/people/data/q.ts': "import { d } from '../../shared/data/d'; export const q = d;",
  'cloudfunctions/people/domain/p.ts': 'export const p = 1;',
  'cloudfunctions/approvals/actions/s.ts': "import { k } from '../kind/k'; export const s = k;",
  'cloudfunctions/approvals/kind/k.ts': 'export const k = 1;',
  'cloudfunctions/leave/actions/l.ts': 'export const l = 1;',
  'cloudfunctions/leave/public.ts': 'export const open = 1;',
  'cloudfunctions/leave/kind.ts': "import { k } from '../approvals/kind/k'; export const leave = k;",
  'cloudfunctions/requests/kinds.ts': "import { leave } from '../leave/kind'; export const kinds = [leave];",
  'cloudfunctions/accounts/public.ts': "export { a } from './data/a';",
  'cloudfunctions/accounts/data/a.ts': 'export const a = 1;',
  'cloudfunctions/shared/data/d.ts': 'export const d = 1;',
  'cloudfunctions/shared/kernel/k.ts': 'export const k = 1;',
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
  ['functions-alone', 'cloudfunctions/leave/public.ts', '../../miniprogram/services/s'],
  ['common-is-pure', 'miniprogram/common/c.ts', '../services/s'],
  ['domain-is-pure', 'cloudfunctions/attendance/domain/r.ts', '../data/t'],
  ['domain-is-pure', 'cloudfunctions/people/rules.ts', './data/q'],
  ['domain-is-pure', 'cloudfunctions/approvals/kind/k.ts', '../actions/s'],
  ['domain-without-io', 'cloudfunctions/attendance/domain/r.ts', 'node:fs'],
  ['public-modules', 'cloudfunctions/attendance/domain/r.ts', '../../people/domain/p'],
  ['public-modules', 'cloudfunctions/attendance/actions/a.ts', '../../people/data/q'],
  ['data-below', 'cloudfunctions/attendance/data/t.ts', '../actions/a'],
  ['kernel-and-data-apart', 'cloudfunctions/shared/data/d.ts', '../kernel/k'],
  ['reads-of-approvals', 'cloudfunctions/approvals/actions/s.ts', '../../leave/public'],
  ['reads-of-other-features', 'cloudfunctions/accounts/data/a.ts', '../../attendance/domain/r'],
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
