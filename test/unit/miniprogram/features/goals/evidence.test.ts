import '../../../../../miniprogram/features/goals/words/words';
import {
  type Evidence,
  filesInput,
  heldOf,
  isSending,
  noEvidence,
} from '../../../../../miniprogram/features/goals/evidence.model';
import { evidenceForm, evidenceShown } from '../../../../../miniprogram/features/goals/evidence.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
const held = (name: string, picture = 'wxfile://a') => ({
  fileId: `cloud://e.b/goal-files/E1/${name}`,
  picture,
  url: '',
});
const evidence = (more: Partial<Evidence> = {}): Evidence => ({ ...noEvidence, ...more });

describe('files of what is being written', () => {
  it('are sent by their copies, and not named where there are none', () => {
    expect(filesInput(evidence({ files: [held('a.jpg'), held('b.pdf', '')] }))).toEqual({
      files: ['cloud://e.b/goal-files/E1/a.jpg', 'cloud://e.b/goal-files/E1/b.pdf'],
    });
    expect(filesInput(evidence())).toEqual({});
    expect(filesInput(evidence({ files: [] }))).toEqual({});
  });

  it('say while one is on its way', () => {
    const sending = evidence({ uploads: [{ id: 'u', name: 'shop.jpg' }] });
    expect(isSending(sending)).toBe(true);
    expect(isSending(evidence())).toBe(false);
    expect(evidenceForm(sending, zh)).toMatchObject({
      ...{ rows: [{ id: 'u', name: 'shop.jpg', busy: true }], canAdd: true },
      text: { sending: '正在上传', title: '照片或文件（选填，最多 3 个）' },
    });
  });

  it('are three at most, with those on their way', () => {
    const two = [held('a.jpg'), held('b.jpg')];
    expect(evidenceForm(evidence({ files: two }), en)).toMatchObject({
      ...{ canAdd: true, rows: [{ name: 'File 1' }, { name: 'File 2' }] },
    });
    expect(evidenceForm(evidence({ files: two, uploads: [{ id: 'u', name: 'c' }] }), zh).canAdd).toBe(false);
    expect(evidenceForm(evidence({ files: [...two, held('c.pdf', '')] }), zh).canAdd).toBe(false);
  });
});

describe('files that are stored', () => {
  const STORED = [
    { fileId: 'cloud://e.b/goal-files/E1/a.jpg', url: 'https://files/a' },
    { fileId: 'cloud://e.b/goal-files/E1/b.pdf', url: 'https://files/b' },
    { fileId: 'cloud://e.b/goal-files/E1/c.jpg', url: null },
  ];

  it('are a picture, a document, or hidden', () => {
    expect(evidenceShown(STORED, zh)).toMatchObject([
      { picture: 'https://files/a', url: 'https://files/a', name: '附件 1' },
      { picture: '', url: 'https://files/b', name: '附件 2' },
      { picture: '', url: '', name: '附件 3 已隐藏' },
    ]);
    expect(evidenceShown(undefined, zh)).toEqual([]);
  });

  it('go with the report that stands in for theirs, but for one that was refused', () => {
    expect(heldOf(STORED).map(({ fileId, picture }) => [fileId.slice(-5), picture])).toEqual([
      ['a.jpg', 'https://files/a'],
      ['b.pdf', ''],
    ]);
    expect(heldOf(undefined)).toEqual([]);
  });
});
