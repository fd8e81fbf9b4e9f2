import { compiledGates } from '../../../../../scripts/check/compiled-gates';
import { runGates } from '../../../../../scripts/check/gate';
import { CompilerRefusal } from '../../../../../scripts/wechat/compile';
import { outputWith } from './file-set';

describe("the gates on WeChat's compiler", () => {
  const run = async (
    compile: () => Promise<ReturnType<typeof outputWith>>,
  ): Promise<Map<string, readonly string[]>> => {
    const { compilerGate, outputGates } = compiledGates(compile);
    const results = await runGates([compilerGate, ...outputGates], 2, () => {});
    return new Map(results.map(({ name, problems }) => [name.replace("WeChat's compiler: ", ''), problems]));
  };

  it('compile once, and each gate looks at the output', async () => {
    const compile = jest.fn(async () =>
      outputWith({
        'app.js': 'require("./gone");structuredClone(1)',
        'images/a.png': 'x'.repeat(801 * 1024),
      }),
    );
    const problems = await run(compile);
    expect(compile).toHaveBeenCalledTimes(1);
    expect(problems.get('accepts the sources')).toEqual([]);
    expect(problems.get('every reference has its file')).toHaveLength(1);
    expect(problems.get('package sizes')).toHaveLength(1);
    expect(problems.get('builtins of the base library')).toContainEqual(
      expect.stringContaining('structuredClone'),
    );
    // None of the product's files is in this output.
    expect(problems.get('no file is left out')).toContainEqual(expect.stringContaining('services/cloud.ts'));
  });

  it('tell a refusal once, and no gate passes without an output', async () => {
    const problems = await run(() => Promise.reject(new CompilerRefusal('pages/a/a.json: no JSON')));
    expect(problems.get('accepts the sources')).toEqual(['pages/a/a.json: no JSON']);
    const others = [...problems].filter(([name]) => name !== 'accepts the sources');
    expect(others).toHaveLength(5);
    for (const [, found] of others) expect(found).toEqual(['could not run: the compiler made no output']);
  });

  it('fail when the compiler cannot run', async () => {
    const problems = await run(() => Promise.reject(new Error('could not be installed')));
    expect(problems.get('accepts the sources')).toEqual(['could not run: could not be installed']);
  });
});
