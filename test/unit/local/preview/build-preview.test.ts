import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
import { buildPreview } from '../../../../local/preview/build/build-preview';

const FIXTURE = path.resolve(__dirname, '../../../fixtures/mini/miniprogram');
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mini-'));
  cpSync(FIXTURE, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const change = (file: string, text: string): void => writeFileSync(path.join(root, file), text);

test('builds pages of all packages, components, npm modules and styles without problems', async () => {
  const { script, styles, problems, timings } = await buildPreview(root);
  expect(problems).toEqual([]);
  expect(script).toContain('packages/more/pages/detail/detail');
  expect(script).toContain('value * 2');
  expect(styles).toMatch(/\.c\w+--box \{ padding: 4px/);
  expect(styles).toContain('.half { width: 50vw');
  expect(styles).toContain(':where(html.mp-dark) wx-page');
  expect(timings.total).toBeGreaterThan(0);
});

test.each([
  [
    'pages/home/home.wxml',
    '<view><made-up /></view>',
    { kind: 'tag', level: 'fault', place: 'pages/home/home.wxml:1:7' },
  ],
  ['pages/home/home.wxml', '<view><span /></view>', { kind: 'tag', level: 'hint' }],
  ['pages/home/home.wxml', '<view>{{ a + }}</view>', { kind: 'wxml', level: 'fault' }],
  ['pages/home/home.wxml', '<import src="./gone.wxml" />', { kind: 'wxml', place: 'pages/home/gone.wxml' }],
  ['pages/home/home.wxss', '@import "./gone.wxss";', { kind: 'wxss', place: 'pages/home/home.wxss:1:1' }],
  [
    'pages/home/home.wxss',
    '.a { background: url(/images/tab.png) }',
    { kind: 'wxss', place: 'pages/home/home.wxss:1:6' },
  ],
  ['pages/home/home.wxss', '.a { color: red', { kind: 'wxss', place: 'pages/home/home.wxss' }],
  [
    'pages/home/home.json',
    '{"usingComponents":{"x-y":"./gone"}}',
    { kind: 'json', place: 'pages/home/home.json' },
  ],
  ['pages/home/home.json', '{', { kind: 'json', place: 'pages/home/home.json' }],
  ['pages/home/home.ts', 'const = 1;', { kind: 'script', level: 'fault', fatal: true }],
  ['pages/home/home.ts', 'Page({ data: { a: 1, a: 2 } });', { kind: 'script', level: 'hint' }],
  [
    'pages/home/home.ts',
    "import 'not-packed';",
    {
      kind: 'script',
      place: 'pages/home/home.ts:1:8',
      message: '"not-packed" is not in miniprogram_npm: npm run build makes it',
    },
  ],
  ['app.json', '{"pages":[]}', { kind: 'json', fatal: true, place: 'app.json' }],
  ['app.json', '{"pages":["pages/gone/gone"]}', { kind: 'json', place: 'app.json' }],
])('%s with %s is a problem', async (file, text, wanted) => {
  change(file, text);
  const { problems } = await buildPreview(root);
  expect(problems).toEqual(expect.arrayContaining([expect.objectContaining(wanted)]));
});

test('a subpackage without pages is a script of its own, which shares the modules of the main package', async () => {
  const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8'));
  const key = app.subPackages ? 'subPackages' : 'subpackages';
  change('app.json', JSON.stringify({ ...app, [key]: [...app[key], { root: 'late', pages: [] }] }));
  mkdirSync(path.join(root, 'late'));
  change('shared.ts', 'export const shared = "written once";');
  change('late/box.json', '{"component":true}');
  change('late/box.wxml', '<view>late</view>');
  change(
    'late/box.ts',
    'import { shared } from "../shared"; Component({ data: { own: shared, mark: "late-mark" } });',
  );
  const using = { usingComponents: { box: '/late/box' } };
  change('pages/home/home.json', JSON.stringify({ ...using, componentPlaceholder: { box: 'view' } }));
  const { script, packages, problems } = await buildPreview(root);
  expect(problems.filter(({ message }) => message.includes('/late/box'))).toEqual([]);
  expect(script).not.toContain('late-mark');
  expect(script).toContain('written once');
  expect(packages.late).toContain('late-mark');
  expect(packages.late).not.toContain('written once');
  change('pages/home/home.json', JSON.stringify(using));
  expect((await buildPreview(root)).problems).toContainEqual(
    expect.objectContaining({
      level: 'fault',
      message: 'component box: /late/box is in another subpackage and has no placeholder',
    }),
  );
});

test.each([
  [
    '<scroll-view scroll-y paging-enabled />',
    ['fault: <scroll-view paging-enabled> is ignored by the preview'],
  ],
  [
    '<swiper snap-to-edge /><swiper snap-to-edge />',
    ['fault: <swiper snap-to-edge> is ignored by the preview'],
  ],
  ['<scroll-view binddragstart="x" />', ['fault: <scroll-view binddragstart> is ignored by the preview']],
  ['<view hover-clas="a" />', ['hint: <view> has no attribute "hover-clas"']],
  [
    '<view id="a" data-a="{{ a > b }}" aria-label="b" wx:if="{{a}}" bind:custom="c" catchtap="d" hover-class="e" />',
    [],
  ],
  ['<button open-type="contact" business-id="1" />', []],
  ['<scroll-view type="list" reverse />', []],
  ['<video title="a" show-center-play-btn auto-pause-if-navigate enable-danmu />', []],
  ['<input safe-password-salt="a" bindnicknamereview="b" /><picker-view indicator-class="c" />', []],
  ['<view width="{{a}}" change:width="{{b.c}}" />', []],
  ['<rich-text user-select />', ['fault: <rich-text user-select> is ignored by the preview']],
])('of %s each attribute that the preview ignores or nobody knows is told once', async (text, wanted) => {
  change('pages/home/home.wxml', text);
  const { problems } = await buildPreview(root);
  expect(problems.map(({ level, message }) => `${level}: ${message}`)).toEqual(wanted);
  for (const { kind, place } of problems) expect([kind, place]).toEqual(['tag', 'pages/home/home.wxml:1:1']);
});

test('a picture of the network without a protocol is no local one', async () => {
  change('pages/home/home.wxss', '.a { background: url("//host.example/a.png") }');
  const { script, problems } = await buildPreview(root);
  expect(problems).toEqual([]);
  expect(script).toContain('https://host.example/a.png');
});

test('WXS with a syntax error is a problem of its file, and the script of all pages can still run', async () => {
  change('components/card/card.wxs', 'let one = 1;');
  const { script, problems } = await buildPreview(root);
  expect(problems).toContainEqual({
    kind: 'wxml',
    level: 'fault',
    message: "WXS: Unexpected identifier 'one'",
    place: 'components/card/card.wxs',
  });
  expect(() => new Script(script)).not.toThrow();
});

test('an import that leads nowhere is not fatal: the other pages are in the script', async () => {
  change('pages/home/home.ts', "import { gone } from './gone'; Page({ data: { gone } });");
  const { script, problems } = await buildPreview(root);
  expect(problems).toEqual([
    {
      kind: 'script',
      level: 'fault',
      message: 'Could not resolve "./gone"',
      place: 'pages/home/home.ts:1:22',
    },
  ]);
  expect(script).toContain('is not defined, required by pages/home/home.ts');
  expect(script).toContain('packages/more/pages/detail/detail');
});

/** What the page `home` hands to `Page`. */
async function pageOf(sources: Record<string, string>): Promise<unknown> {
  for (const [file, text] of Object.entries(sources)) change(file, text);
  const { script, problems } = await buildPreview(root);
  expect(problems.filter(({ level }) => level === 'fault')).toEqual([]);
  const pages: unknown[] = [];
  const start = ({ components }: { components: { path: string; load(): void }[] }) =>
    components.find(({ path: name }) => name === 'pages/home/home')?.load();
  const scope = { Page: (page: unknown) => pages.push(page), __startMiniProgram: start };
  new Script(script).runInNewContext({ ...scope, __logicScope: () => [Function, {}, {}], __wxsCalls: {} });
  return pages[0];
}

test('a module may import and have module.exports; what a module does not export is undefined: as on WeChat', async () => {
  const page = await pageOf({
    'pages/home/mixed.js': "import { one } from './esm';\nmodule.exports = { two: one + 1 };",
    'pages/home/esm.js': 'export const one = 1;',
    'pages/home/home.ts':
      "import { two } from './mixed';\nimport whole from './mixed';\nimport { gone, one } from './esm';\nPage({ two, whole, gone, one });",
  });
  expect(page).toEqual({ two: 2, whole: { two: 2 }, gone: undefined, one: 1 });
});

test('a module beside the script may be required without ./', async () => {
  const page = await pageOf({
    'pages/home/beside.js': 'module.exports = 3;',
    'pages/home/home.ts': "Page({ one: require('beside.js'), two: require('beside') });",
  });
  expect(page).toEqual({ one: 3, two: 3 });
});
