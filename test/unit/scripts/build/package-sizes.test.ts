import { measurePackages, sizeProblems } from '../../../../scripts/build/package-sizes';
import { scratchFolder } from '../scratch-folder';

describe('package sizes', () => {
  it('puts every file into its package and counts TypeScript as compiled', () => {
    const folder = scratchFolder({
      'app.json': { subPackages: [{ root: 'features/x' }] },
      'a.ts': 'export type Long = { readonly word: string };',
      'types.d.ts': 'x'.repeat(5_000),
      'features/x/b.wxml': 'x'.repeat(700),
      'features/xy.wxml': 'x'.repeat(2_000),
    });
    const [main, sub] = measurePackages(folder);
    expect(sub).toMatchObject({ name: 'features/x', bytes: 700 });
    expect(main?.name).toBe('main');
    expect(main?.bytes).toBeGreaterThan(2_000);
    expect(main?.bytes).toBeLessThan(2_700);
  });

  it('names a package over its budget', () => {
    const sizes = [
      { name: 'main', bytes: 800 * 1024 + 52, budget: 800 * 1024 },
      { name: 'features/x', bytes: 10, budget: 1024 * 1024 },
    ];
    expect(sizeProblems(sizes)).toEqual(['package main: 800.1 KB is over its budget of 800.0 KB']);
  });
});
