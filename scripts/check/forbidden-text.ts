import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files';
import { ROOT } from '../lib/root';

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Folders that the rule holds for; absent means every source. */
  readonly within?: RegExp;
}

const FOLDERS = ['cloudfunctions', 'miniprogram', 'local', 'scripts', 'test', 'tools', 'typings'];
const SOURCES = /\.(ts|mjs|cjs|js|wxml|wxss|wxs|json|css|html)$/;
const SKIPPED = ['miniprogram_npm', 'node_modules', 'fixtures'];

/** Text that a review would reject. Patterns are split so that this file passes. */
const RULES: readonly Rule[] = [
  { name: 'unfinished work', pattern: new RegExp(`\\b(${'TO'}DO|${'FIX'}ME|${'XX'}X)\\b`) },
  { name: 'silenced compiler', pattern: new RegExp(`@ts-${'(ignore|nocheck)'}`) },
  { name: 'type thrown away', pattern: new RegExp(`\\bas ${'any'}\\b|<${'any'}>`) },
  { name: 'silenced linter without a reason', pattern: /biome-ignore [\w/]+\s*(:\s*)?($|\*\/)/ },
  { name: 'swallowed error', pattern: /catch\s*(\(\w*\))?\s*\{\s*\}/ },
  { name: 'test left alone or skipped', pattern: /\b(it|test|describe)\.(only|skip)\(/, within: /^test\// },
  { name: 'rounding by string', pattern: /\.toFixed\(/, within: /^(cloudfunctions|miniprogram)\// },
  {
    name: 'clock or dice in a rule',
    pattern: /\bDate\.now\(|\bnew Date\(\)|Math\.random\(/,
    within: /^cloudfunctions\/[^/]+\/domain\//,
  },
  {
    name: 'where() with update or remove: outside a transaction in this SDK, use doc()',
    pattern: /\b(transaction|tx|t)\b[^;]*\.where\([^;]*\)\s*\.(update|remove|count)\(/,
    within: /^cloudfunctions\//,
  },
  {
    name: 'wx:key names a property of the items, not their position',
    pattern: /wx:key="index"/,
    within: /^miniprogram\//,
  },
  { name: 'database opened by the phone', pattern: /wx\.cloud\.database\(/, within: /^miniprogram\// },
  {
    name: 'a branch for the development tools in product code',
    pattern: /TCB_CONTEXT_CNFG|__preview\b/,
    within: /^(cloudfunctions|miniprogram)\//,
  },
];

/** One line per place: `file:line: rule`. */
export function forbiddenTextProblems(root = ROOT, folders = FOLDERS): string[] {
  return folders
    .flatMap((folder) => filesBelow(path.join(root, folder), SKIPPED))
    .filter((file) => SOURCES.test(file))
    .flatMap((file) => problemsOf(path.relative(root, file), readFileSync(file, 'utf8')));
}

function problemsOf(file: string, text: string): string[] {
  const rules = RULES.filter(({ within }) => !within || within.test(file));
  return rules.flatMap(({ name, pattern }) => {
    const all = new RegExp(pattern.source, `${pattern.flags.replace('m', '')}gm`);
    return [...text.matchAll(all)].map((match) => `${file}:${lineAt(text, match.index)}: ${name}`);
  });
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
