import { oneUserProblems } from '../../../../../scripts/check/compiled/one-user';
import { referenceProblems } from '../../../../../scripts/check/compiled/reference-problems';
import { outputWith } from './file-set';

const problemsWith = (change: Record<string, string | null>): Promise<string[]> =>
  referenceProblems(outputWith(change));

describe("references in the compiler's output", () => {
  it('has no problem when each leads to a file of the same or the main package', async () => {
    expect(await problemsWith({})).toEqual([]);
  });

  it.each([
    [
      'common/sum.js',
      ['pages/a/a.js: "../../common/sum"', 'features/x/pages/b/b.js: "../../../../common/sum"'],
    ],
    ['miniprogram_npm/dayjs/index.js', ['features/x/pages/b/b.js: "dayjs"']],
    ['features/x/own.js', ['features/x/pages/b/b.js: "../../own"']],
    ['pages/a/row.wxml', ['pages/a/a.wxml: "row.wxml"']],
    ['pages/a/tone.wxs', ['pages/a/a.wxml: "./tone.wxs"']],
    ['common/base.wxss', ['pages/a/a.wxss: "../../common/base.wxss"']],
    ['components/box/box.js', ['pages/a/a.json: "/components/box/box"']],
    ['components/box/box.wxml', ['pages/a/a.json: "/components/box/box"']],
  ])('names who refers to %s when it is not there', async (file, users) => {
    const problems = await problemsWith({ [file]: null });
    expect(problems.sort()).toEqual(users.map((user) => `${user} is not in the compiler's output`).sort());
  });

  it.each([
    ['pages/a/a.js', 'require("../../features/x/own")', 'from the main package'],
    ['features/y/pages/c/c.js', 'require("../../../x/own")', 'from another subpackage'],
    ['features/y/pages/c/c.js', 'require("/features/x/own")', 'by a path from the root'],
  ])('refuses a file of a subpackage in %s %s', async (file, text, _how) => {
    const [problem, ...others] = await problemsWith({ [file]: text });
    expect(others).toEqual([]);
    expect(problem).toMatch(/own" lies in the subpackage features\/x, which may not be loaded$/);
  });

  it("finds the compiler's own helpers from a script beside them, and only those that are there", async () => {
    const app = { 'app.js': 'require("@babel/runtime/helpers/spread")' };
    expect(await problemsWith({ ...app, '@babel/runtime/helpers/spread.js': '' })).toEqual([]);
    expect(await problemsWith(app)).toHaveLength(1);
  });

  it('finds a package in the miniprogram_npm of the own subpackage', async () => {
    const own = { 'features/y/miniprogram_npm/q/index.js': 'exports.q=1' };
    expect(await problemsWith({ ...own, 'features/y/pages/c/c.js': 'require("q")' })).toEqual([]);
    expect(await problemsWith({ ...own, 'features/x/own.js': 'require("q")' })).toEqual([
      'features/x/own.js: "q" is not in the compiler\'s output',
    ]);
  });

  it('takes a component of another subpackage under a placeholder', async () => {
    const component = {
      'features/x/c.js': '',
      'features/x/c.json': '{"component":true}',
      'features/x/c.wxml': '',
    };
    const userWith = (more: object) => ({
      ...component,
      'features/y/pages/c/c.json': JSON.stringify({ usingComponents: { c: '/features/x/c' }, ...more }),
    });
    expect(await problemsWith(userWith({ componentPlaceholder: { c: 'view' } }))).toEqual([]);
    expect(await problemsWith(userWith({}))).toEqual([
      'features/y/pages/c/c.json: "/features/x/c" lies in the subpackage features/x, which may not be loaded',
    ]);
  });
});

describe('scripts of the main package', () => {
  it('stay there when the main package or several subpackages use them', async () => {
    const shared = { 'common/both.js': '', 'features/x/own.js': 'require("../../common/both")' };
    const pages = { 'features/y/pages/c/c.js': 'require("../../../../common/both")' };
    expect(await oneUserProblems(outputWith({ ...shared, ...pages }))).toEqual([]);
  });

  it('are named when one subpackage alone uses them, directly or through others', async () => {
    const files = { 'common/deep.js': '', 'common/one.js': 'require("./deep")' };
    const user = { 'features/x/own.js': 'require("../../common/one")' };
    expect(await oneUserProblems(outputWith({ ...files, ...user }))).toEqual([
      'common/deep.js: only features/x uses it, so it belongs there',
      'common/one.js: only features/x uses it, so it belongs there',
    ]);
  });

  it('stay there when they stand for a component of another subpackage, whose needs are its own', async () => {
    const files = {
      'common/deep.js': '',
      'features/x/c.js': 'require("../../common/deep")',
      'features/x/c.json': '{"component":true}',
      'features/x/c.wxml': '',
      'pages/a/a.json': '{}',
      'features/y/pages/c/c.json': JSON.stringify({
        usingComponents: { c: '/features/x/c', box: '/components/box/box' },
        componentPlaceholder: { c: 'box' },
      }),
    };
    expect(await oneUserProblems(outputWith(files))).toEqual([
      'common/deep.js: only features/x uses it, so it belongs there',
    ]);
  });

  it('are named when they are a component that one subpackage alone uses', async () => {
    const component = {
      'pages/a/a.json': '{}',
      'features/x/pages/b/b.json': '{"usingComponents":{"b":"/components/box/box"}}',
    };
    expect(await oneUserProblems(outputWith(component))).toEqual([
      'components/box/box.js: only features/x uses it, so it belongs there',
    ]);
  });
});
