import { ensureFunctionRuntime, runtimeProgram } from '../../../../scripts/lib/function-runtime';

const { platform } = process;
const onPlatform = (name: string) => Object.defineProperty(process, 'platform', { value: name });
afterEach(() => onPlatform(platform));

test('where the registry has no such Node.js, npm test says so in one line and continues', async () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  onPlatform('darwin');
  expect(await ensureFunctionRuntime()).toBeUndefined();
  expect(printed.mock.calls).toEqual([
    [expect.stringMatching(/^The functions are not tested on .+ for darwin \w+\.$/)],
  ]);
  printed.mockRestore();
});

test('a program is named for the named runtime and for one that is too old', () => {
  onPlatform('linux');
  for (const which of ['named', 'tooOld'] as const) {
    const program = runtimeProgram(which);
    if (process.arch === 'x64') expect(program).toMatch(/tools.function-runtime.node_modules.+bin.node$/);
  }
});
