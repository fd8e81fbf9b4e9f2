import path from 'node:path';
import { traceComponentFiles } from '../../../../scripts/build/component-files';
import { scratchFolder } from '../scratch-folder';

const library = {
  'button/index.js': 'require("../common/component"); Component({})',
  'button/index.json': { component: true, usingComponents: { icon: '../icon/index' } },
  'button/index.wxml': '<wxs src="../wxs/utils.wxs" module="utils" /><import src="./parts.wxml" />',
  'button/index.wxss': '@import "../common/index.wxss";',
  'button/parts.wxml': '<template name="a" />',
  'icon/index.js': '',
  'icon/index.json': { component: true },
  'icon/index.wxml': '',
  'common/component.js': '',
  'common/index.wxss': '',
  'wxs/utils.wxs': 'require("./bem.wxs")',
  'wxs/bem.wxs': '',
  'slider/index.js': '',
  'slider/index.json': { component: true },
  'slider/index.wxml': '',
};

describe('files of a component', () => {
  it('are all that it needs, and nothing of components that it does not use', () => {
    const folder = scratchFolder(library);
    const files = traceComponentFiles(path.join(folder, 'button')).map((file) => path.relative(folder, file));
    expect(files).toEqual(
      Object.keys(library)
        .filter((file) => !file.startsWith('slider'))
        .sort(),
    );
  });

  it('can be one style sheet', () => {
    const folder = scratchFolder(library);
    const sheet = path.join(folder, 'common/index.wxss');
    expect(traceComponentFiles(sheet)).toEqual([sheet]);
  });

  it('says which reference leads nowhere', () => {
    const folder = scratchFolder({ 'a/index.js': 'require("./gone")', 'a/index.wxml': '' });
    expect(() => traceComponentFiles(path.join(folder, 'a'))).toThrow(/a\/index\.js: \.\/gone is not there/);
    expect(() => traceComponentFiles(path.join(folder, 'b'))).toThrow(/there is no such component/);
  });
});
