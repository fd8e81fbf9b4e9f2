import simulate from 'miniprogram-simulate';
import { mount, tap } from './support/mount';

const NOTHING = { subject: '', isBusy: false, isSent: false, error: '' };
const properties = {
  ...{ show: false, name: 'change', subject: 'grade/E0037', state: NOTHING, title: '调整等级' },
  ...{ ok: '保存', cancel: '取消', required: true, first: '' },
};

function opened(more: object = {}) {
  const mounted = mount('components/comment-sheet/comment-sheet', { ...properties, ...more }, [
    'ok',
    'close',
  ]);
  const { instance } = mounted;
  // Shown by the page after it was made, as a sheet is.
  instance.setData({ show: true });
  return {
    ...mounted,
    async type(value: string) {
      instance.querySelector('.text')?.dispatchEvent('input', { detail: { value } });
      await simulate.sleep(0);
    },
    tapOk: () => tap(instance.querySelector('#change-ok')?.querySelector('.button')),
    tapCancel: () => tap(instance.querySelector('#change-cancel')?.querySelector('.button')),
    tapBeside: () => tap(instance.querySelector('.popup')?.querySelector('.overlay')),
    comment: () => (instance.data as { comment: string }).comment,
    answer: (more: Partial<typeof NOTHING>) =>
      instance.setData({ state: { ...NOTHING, subject: 'grade/E0037', ...more } }),
    reopen(subject = 'grade/E0037') {
      instance.setData({ show: false });
      instance.setData({ subject, show: true });
    },
  };
}

describe('comment-sheet', () => {
  it('sends what was typed, and what it is about', async () => {
    const sheet = opened();
    await sheet.tapOk();
    expect(sheet.heard).toEqual([]);
    await sheet.type(' 承接了客户 ');
    await sheet.tapOk();
    expect(sheet.heard).toEqual([{ name: 'ok', detail: { comment: '承接了客户', subject: 'grade/E0037' } }]);
  });

  it('is not sent while something else in it is to be chosen', async () => {
    const sheet = opened({ blocked: true });
    await sheet.type('承接了客户');
    await sheet.tapOk();
    expect(sheet.heard).toEqual([]);
    sheet.instance.setData({ blocked: false });
    await sheet.tapOk();
    expect(sheet.heard).toHaveLength(1);
  });

  it('is sent once and stays open while it is being sent', async () => {
    const sheet = opened();
    await sheet.type('承接了客户');
    sheet.answer({ isBusy: true });
    await sheet.tapOk();
    await sheet.tapCancel();
    await sheet.tapBeside();
    expect(sheet.heard).toEqual([]);
    sheet.answer({});
    await sheet.tapBeside();
    expect(sheet.heard).toEqual([{ name: 'close', detail: undefined }]);
  });

  it('says what happened, and keeps what was typed for another tap', async () => {
    const sheet = opened();
    await sheet.type('承接了客户');
    sheet.answer({ error: '没有收到答复' });
    expect(sheet.instance.querySelector('#change-error')?.dom?.textContent).toBe('没有收到答复');
    expect(sheet.comment()).toBe('承接了客户');
    await sheet.tapOk();
    expect(sheet.heard).toHaveLength(1);
    sheet.answer({ isBusy: true });
    expect(sheet.instance.querySelector('#change-error')).toBeUndefined();
  });

  it('says nothing of what was sent from another sheet of the page', async () => {
    const sheet = opened();
    sheet.answer({ subject: 'reopen', error: '没有网络', isBusy: true });
    expect(sheet.instance.querySelector('#change-error')).toBeUndefined();
    await sheet.type('承接了客户');
    await sheet.tapOk();
    expect(sheet.heard).toHaveLength(1);
  });

  it('offers what was typed about the same again until it was sent', async () => {
    const sheet = opened({ first: '一直以来' });
    expect(sheet.comment()).toBe('一直以来');
    await sheet.type('承接了客户');
    sheet.reopen('grade/E0038');
    expect(sheet.comment()).toBe('一直以来');
    await sheet.type('另一个人');
    sheet.reopen();
    expect(sheet.comment()).toBe('承接了客户');
    sheet.answer({ isBusy: true });
    sheet.answer({});
    sheet.reopen();
    expect(sheet.comment()).toBe('承接了客户');
    sheet.answer({ isSent: true });
    sheet.reopen();
    expect(sheet.comment()).toBe('一直以来');
    sheet.reopen('grade/E0038');
    expect(sheet.comment()).toBe('另一个人');
  });

  it('keeps what is typed after another text about the same was sent', async () => {
    const sheet = opened();
    sheet.answer({ isSent: true });
    sheet.reopen();
    await sheet.type('第二条');
    sheet.reopen('other');
    sheet.reopen();
    expect(sheet.comment()).toBe('第二条');
  });
});
