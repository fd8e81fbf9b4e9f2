import { appJsonProblems } from '../../../../scripts/check/app-json';
import { scratchFolder } from '../scratch-folder';

const page = (name: string, json: object = {}): Record<string, string | object> => ({
  [`${name}.ts`]: '',
  [`${name}.wxml`]: '<view />',
  [`${name}.wxss`]: '',
  [`${name}.json`]: json,
});

const sound = {
  'app.json': {
    pages: ['pages/a/a', 'pages/b/b'],
    subPackages: [{ root: 'features/x', name: 'x', pages: ['pages/c/c'] }],
    preloadRule: { 'pages/a/a': { packages: ['x'] } },
    themeLocation: 'theme.json',
    tabBar: {
      color: '@tab',
      list: [
        { pagePath: 'pages/a/a', text: 'A', iconPath: '@icon' },
        { pagePath: 'pages/b/b', text: 'B', iconPath: 'b.png' },
      ],
    },
  },
  'theme.json': { light: { tab: '#000', icon: 'a.png' }, dark: { tab: '#fff', icon: 'a.png' } },
  'a.png': 'x',
  'b.png': 'x',
  ...page('pages/a/a', { usingComponents: { box: '/components/box/box' } }),
  ...page('pages/b/b'),
  ...page('features/x/pages/c/c', { usingComponents: { own: '../../own/own' } }),
  'components/box/box.json': { component: true },
  'components/box/box.wxml': '',
  'features/x/own/own.json': { component: true },
  'features/x/own/own.wxml': '',
};

const problemsWith = (change: Record<string, string | object>): string[] =>
  appJsonProblems(scratchFolder({ ...sound, ...change }));

describe('app.json against the files', () => {
  it('finds nothing in a sound project', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it('names the missing part of a page', () => {
    const app = { ...sound['app.json'], pages: [...sound['app.json'].pages, 'pages/d/d'] };
    expect(problemsWith({ 'app.json': app })).toEqual(
      ['ts', 'wxml', 'json'].map((part) => `app.json: page pages/d/d has no pages/d/d.${part}`),
    );
  });

  it('names a page that nobody can open', () => {
    expect(problemsWith(page('pages/lost/lost'))).toEqual([
      'pages/lost/lost.wxml: no page of app.json, no component, and no template includes it',
    ]);
  });

  it('knows a template that another one includes', () => {
    const files = { 'pages/b/b.wxml': '<include src="./part.wxml" />', 'pages/b/part.wxml': '<view />' };
    expect(problemsWith(files)).toEqual([]);
  });

  it('names a component that is missing or belongs to another package', () => {
    const users = { gone: '/components/gone/gone', theirs: '/features/x/own/own' };
    expect(problemsWith({ 'pages/b/b.json': { usingComponents: users } })).toEqual([
      'pages/b/b.json: component gone (/components/gone/gone) is missing',
      'pages/b/b.json: component theirs lies in the subpackage features/x and has no placeholder',
    ]);
  });

  it('takes a component of another package under a placeholder that is there', () => {
    const usingComponents = { theirs: '/features/x/own/own', box: '/components/box/box' };
    const placedBy = (stand: string) => ({
      'pages/b/b.json': { usingComponents, componentPlaceholder: { theirs: stand } },
    });
    expect(problemsWith(placedBy('box'))).toEqual([]);
    expect(problemsWith(placedBy('view'))).toEqual([]);
    expect(problemsWith(placedBy('gone'))).toEqual([
      'pages/b/b.json: placeholder gone of theirs is no component here',
    ]);
  });

  it('names a component that nothing uses', () => {
    const files = { 'components/lone/lone.json': { component: true }, 'components/lone/lone.wxml': '' };
    expect(problemsWith(files)).toEqual(['components/lone/lone.json: nothing uses this component']);
  });

  it('names tab icons that are missing or too heavy, in either theme', () => {
    const theme = { light: { tab: '#000', icon: 'heavy.png' }, dark: { tab: '#fff', icon: 'none.png' } };
    const heavy = 'x'.repeat(40 * 1024 + 1);
    expect(problemsWith({ 'theme.json': theme, 'heavy.png': heavy })).toEqual([
      'theme.json (light): tab icon heavy.png has 40961 bytes, over 40960',
      'theme.json (dark): tab icon none.png is missing',
    ]);
  });

  it('names a theme variable without a value', () => {
    const theme = { light: { tab: '#000', icon: 'a.png' }, dark: { icon: 'a.png' } };
    expect(problemsWith({ 'theme.json': theme })).toEqual(['app.json: @tab has no value in the dark theme']);
  });

  it('names unknown pages and packages of the preload rule', () => {
    const app = { ...sound['app.json'], preloadRule: { 'pages/z/z': { packages: ['y'] } } };
    expect(problemsWith({ 'app.json': app })).toEqual([
      'app.json: preloadRule names the unknown page pages/z/z',
      'app.json: preloadRule of pages/z/z names the unknown package y',
    ]);
  });
});
