import { runNodeTool } from '../lib/run-command';
import type { Gate } from './gate';

/** Gates that run a standard tool and check its exit code. */
export const toolGates: readonly Gate[] = [
  tool('types of functions, tools and tests', 'typescript-native/bin/tsc', ['-p', 'tsconfig.json']),
  tool('dead code', 'knip/bin/knip.js', ['--no-progress', '--no-config-hints']),
  tool('dependency arrows', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    ...['miniprogram', 'cloudfunctions', 'local', 'scripts', 'test', 'typings'],
  ]),
  // With the library of the functions' own runtime, which is older than that of the tools.
  tool('types of the functions', 'typescript-native/bin/tsc', ['-p', 'tsconfig.functions.json']),
  tool('types of the Mini Program', 'typescript-native/bin/tsc', ['-p', 'tsconfig.miniprogram.json']),
  tool('lint and format', '@biomejs/biome/bin/biome', ['ci', '--colors=off', '--max-diagnostics=50', '.']),
];

function tool(name: string, script: string, args: readonly string[]): Gate {
  return {
    name,
    run: async () => {
      const { code, output } = await runNodeTool(script, args);
      if (code === 0) return [];
      return [output.trim() || `${script} ended with code ${code}`];
    },
  };
}
