import type { FileSet } from '../../../../../scripts/wechat/file-set';

/** A small sound output of the compiler: a page in the main package and one in each of two subpackages. */
const SOUND: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/a/a'],
    subPackages: [
      { root: 'features/x/', pages: ['pages/b/b'] },
      { root: 'features/y', pages: ['pages/c/c'] },
    ],
  }),
  'app.js': 'App({})',
  'common/sum.js': 'exports.sum=1',
  'miniprogram_npm/dayjs/index.js': 'module.exports=1',
  'pages/a/a.js': 'require("../../common/sum");Page({})',
  'pages/a/a.json': '{"usingComponents":{"box":"/components/box/box"}}',
  'pages/a/a.wxml': '<import src="row.wxml"/><wxs src="./tone.wxs" module="tone"/>',
  'pages/a/row.wxml': '<view/>',
  'pages/a/tone.wxs': 'module.exports={}',
  'pages/a/a.wxss': '@import "../../common/base.wxss";',
  'common/base.wxss': '.a{color:red}',
  'components/box/box.js': 'Component({})',
  'components/box/box.json': '{"component":true}',
  'components/box/box.wxml': '<view/>',
  'features/x/own.js': 'exports.own=1',
  'features/x/pages/b/b.js':
    'require("../../own");require("../../../../common/sum");require("dayjs");Page({})',
  'features/y/pages/c/c.js': 'Page({})',
};

/** The sound output with some files changed; null removes one. */
export function outputWith(change: Readonly<Record<string, string | null>> = {}): FileSet {
  const files = Object.entries({ ...SOUND, ...change });
  const kept = files.filter((file): file is [string, string] => file[1] !== null);
  return new Map(kept.map(([name, text]) => [name, Buffer.from(text)]));
}
