import { storageRuleProblems } from '../../../../scripts/check/storage-rule';
import { scratchFolder } from '../scratch-folder';

const page = 'wx.cloud.uploadFile({ cloudPath: "requests/" + id, filePath })';
const OWNER = 'resource.openid == auth.openid';
const FOLDER = '/^requests\\/.+[.](jpg|png|pdf)$/.test(resource.path) == true';
const problemsOf = (rule: object, text = page) =>
  storageRuleProblems(
    scratchFolder({ 'cloudfunctions/storage-rule.json': JSON.stringify(rule), 'miniprogram/a.ts': text }),
  ).join('\n');

describe('the storage rule of an installation', () => {
  it('that ships fits its pages', () => {
    expect(storageRuleProblems()).toEqual([]);
  });
  it('passes where the owner writes below the folders of the pages, and nobody reads', () => {
    expect(problemsOf({ read: false, write: `${OWNER} && ${FOLDER}` })).toBe('');
  });
  it.each([
    ['everybody reads', { read: true, write: `${OWNER} && ${FOLDER}` }, 'a stranger reads reports/'],
    ['whoever is known reads', { read: 'auth != null', write: false }, 'a stranger reads requests/E1/a.jpg'],
    ['everybody writes', { read: false, write: FOLDER }, 'a stranger writes over requests/E1/a.jpg'],
    ['anybody writes over functions', { read: false, write: FOLDER }, "a function's requests/E1/a.jpg"],
    ['any folder', { read: false, write: OWNER }, 'a phone uploads reports/'],
    ['any type', { read: false, write: `${OWNER} && ${FOLDER.replace('(jpg|png|pdf)', '\\w+')}` }, 'a.html'],
    ['no upload', { read: false, write: false }, 'a page cannot upload requests/E1/a.jpg'],
  ])('fails: %s', (_, rule, problem) => {
    expect(problemsOf(rule)).toContain(problem);
  });
  it('fails where a page uploads to a folder that it leaves out', () => {
    const other = 'wx.cloud.uploadFile({ cloudPath: "faces/" + id })';
    expect(problemsOf({ read: false, write: `${OWNER} && ${FOLDER}` }, other)).toContain(
      'cannot upload faces/',
    );
  });
  it('fails where there is none', () => {
    expect(storageRuleProblems(scratchFolder({ 'miniprogram/a.ts': page }))[0]).toContain('is missing');
  });
});
