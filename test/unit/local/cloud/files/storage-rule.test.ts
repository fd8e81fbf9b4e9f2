import { compileRule, readStorageRule } from '../../../../../local/cloud/files/storage-rule';
import { scratchFolder } from '../../../scripts/scratch-folder';

const reads = (read: string | boolean, openid = 'oAnn', file = { openid: 'oAnn', path: 'a/b.png' }) =>
  compileRule({ read, write: false }).mayRead(openid, file);

describe('a rule says yes', () => {
  test.each([
    ['true', true],
    ['the owner', 'resource.openid == auth.openid'],
    ['who is known', 'auth != null'],
    ['a path', '/^a\\/.+[.]png$/.test(resource.path) == true'],
    ['no path', '/^b/.test(resource.path) == false'],
    ['either', "auth.openid == 'nobody' || resource.path == 'a/b.png'"],
    ['brackets', "(auth.openid == 'x' || auth.openid == 'oAnn') && resource.path != 'x'"],
  ])('%s', (_, read) => {
    expect(reads(read)).toBe(true);
  });
});

const [FILE, BENS, NOBODYS] = ['oAnn', 'oBen', ''].map((openid) => ({ openid, path: 'a/b.png' }));

describe('a rule says no', () => {
  test.each([
    ['false', false, FILE],
    ['another owner', 'resource.openid == auth.openid', BENS],
    ['nobody is the owner', 'resource.openid == auth.openid', NOBODYS],
    ['nobody is no absent uid', 'resource.openid == auth.uid', NOBODYS],
    ['a truthy text is not true', 'auth.openid', FILE],
    ['only one side', "auth.openid == 'oAnn' && resource.path == 'x'", FILE],
  ])('%s', (_, read, file) => {
    expect(reads(read, 'oAnn', file)).toBe(false);
  });
  test('what is left out', () => {
    const { mayRead, mayWrite } = compileRule({});
    const file = { openid: 'oAnn', path: 'a' };
    expect([mayRead('oAnn', file), mayWrite('oAnn', file)]).toEqual([false, false]);
  });
});

describe('what the platform does not document is refused by name', () => {
  test.each([
    ['/^a/.test(resource.path)', 'not compared with true or false'],
    ['auth != null && /^a/.test(resource.path)', 'not compared with true or false'],
    ['resource.path.startsWith("a") == true', 'is not /…/.test(value)'],
    ['process.exit(1) == true', 'is not /…/.test(value)'],
    ['resource.size < 5', 'resource.size'],
    ['resource["openid"] == auth.openid', 'resource.'],
    ['request.openid == 1', 'request.openid'],
    ['auth.constructor == 1', 'auth.constructor'],
    ['doc == null', 'doc'],
    ['!auth', 'UnaryExpression'],
    ['auth.openid + 1 == 2', 'the operator +'],
    ['auth != null ? true : false', 'ConditionalExpression'],
  ])('%s', (read, name) => {
    expect(() => reads(read)).toThrow(name);
  });
  test('a rule of more than 1,024 characters', () => {
    expect(() => reads(`auth != null && ${'(auth != null) && '.repeat(60)}auth != null`)).toThrow('1024');
  });
});

test('a file that is no rule is named; none is no rule', () => {
  const root = scratchFolder({ 'cloudfunctions/storage-rule.json': '{ "read": "auth ==" }' });
  expect(() => readStorageRule(root)).toThrow('storage-rule.json');
  expect(readStorageRule(scratchFolder({ 'a.txt': '' }))).toBeUndefined();
});
