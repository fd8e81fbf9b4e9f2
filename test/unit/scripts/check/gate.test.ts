import { runGates } from '../../../../scripts/check/gate';

describe('gates', () => {
  it('runs all of them and keeps every problem', async () => {
    const reported: string[] = [];
    const results = await runGates(
      [
        { name: 'good', run: async () => [] },
        { name: 'bad', run: async () => ['a', 'b'] },
        { name: 'also good', run: async () => [] },
      ],
      2,
      ({ name }) => reported.push(name),
    );
    expect(reported.sort()).toEqual(['also good', 'bad', 'good']);
    expect(results.flatMap(({ problems }) => problems)).toEqual(['a', 'b']);
  });

  it('counts a gate that cannot run as a problem', async () => {
    const broken = { name: 'broken', run: () => Promise.reject(new Error('no compiler')) };
    const [result] = await runGates([broken], 2, () => undefined);
    expect(result?.problems).toEqual(['could not run: no compiler']);
  });
});
