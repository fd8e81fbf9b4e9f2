import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPreview } from '../../../../local/preview/build/build-preview';
import { ROOT } from '../../../../scripts/lib/root';

const FIXTURE = path.join(ROOT, 'test/fixtures/mini/miniprogram');
const COMPILER = path.join(ROOT, 'node_modules/miniprogram-compiler/bin/linux/wcc');

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mini-'));
  cpSync(FIXTURE, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What WeChat's compiler does with the same file; null where it does not run. */
function isTakenByWechat(file: string): boolean | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  chmodSync(COMPILER, 0o755);
  return spawnSync(COMPILER, ['-d', file], { cwd: root }).status === 0;
}

test.each([
  ['hint', '<view hidden="{{a}}" hidden="{{b}}" />'],
  ['hint', '<view :id="a" />'],
  ['hint', '<view foo:tap="a" />'],
  ['hint', '<view wx:key="a" />'],
  ['hint', '<block class="a">x</block>'],
  ['hint', '<view wx:for="{{a}}" wx:key="{{index}}" />'],
  ['hint', '<view wx:if="{{a}}" /><view wx:else="{{b}}" />'],
  ['hint', '<view bindtap ="a" />'],
  ['hint', '<view class="{{}}" />'],
  ['hint', '<slot><view /></slot>'],
  ['hint', '<view>&what;</view>'],
  ['fault', '<view id=a>x</view>'],
  ['fault', '<view @tap="a" />'],
  ['fault', '<view id="a",class="b" />'],
  ['fault', '<view wx:else>x</view>'],
  ['fault', '<view><text>a</view>'],
  ['fault', '<view wx:if />'],
  ['fault', '<view>{{ a b }}</view>'],
])("a %s, because WeChat's compiler takes or refuses it as well: %s", async (level, source) => {
  const file = 'pages/home/home.wxml';
  writeFileSync(path.join(root, file), source);
  const { problems } = await buildPreview(root);
  const ofTemplate = problems.filter(({ kind }) => kind === 'wxml');
  expect(new Set(ofTemplate.map((each) => each.level))).toEqual(new Set([level]));
  const taken = isTakenByWechat(file);
  if (taken !== null) expect(taken).toBe(level === 'hint');
});
