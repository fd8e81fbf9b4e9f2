import { fakePhone, loadService } from '../support/phone';

interface Service {
  choosePaper(words: { t(key: string): string }): Promise<{ path: string; name: string } | null>;
}
type Options = { success(result: object): void; fail(failure: object): void };

const words = { t: (key: string) => key };
const MB = 1024 * 1024;
const pdf = { path: 'wxfile://a', name: 'invoice.PDF', size: 5 * MB };
const giving =
  (...tempFiles: object[]) =>
  ({ success }: Options) =>
    success({ tempFiles });
const failing =
  (failure: object) =>
  ({ fail }: Options) =>
    fail(failure);

/** Somebody who chooses the PDF from a chat, or with `way` 0 the picture. */
function choose(wx: object, way = 1) {
  fakePhone({
    canIUse: () => true,
    showActionSheet: ({ success }: Options) => success({ tapIndex: way }),
    ...wx,
  });
  return loadService<Service>('services/papers').choosePaper(words);
}

beforeEach(() => jest.resetModules());

test('a PDF of a chat is taken, up to 5 MB', async () => {
  await expect(choose({ chooseMessageFile: giving(pdf) })).resolves.toEqual({
    path: 'wxfile://a',
    name: 'invoice.PDF',
  });
});

test('who changes their mind is told nothing', async () => {
  await expect(
    choose({ chooseMessageFile: failing({ errMsg: 'chooseMessageFile:fail cancel' }) }),
  ).resolves.toBe(null);
  await expect(choose({ chooseMedia: failing({ errMsg: 'chooseMedia:fail cancel' }) }, 0)).resolves.toBe(
    null,
  );
});

test.each<[string, (options: Options) => void, object]>([
  [
    'of another kind',
    giving({ ...pdf, name: 'list.docx' }),
    { code: 'PAPER_INVALID', data: { rule: 'type' } },
  ],
  ['too large', giving({ ...pdf, size: 5 * MB + 1 }), { code: 'PAPER_INVALID', data: { rule: 'size' } }],
  ['that did not come', giving(), { code: 'PAPER_NOT_CHOSEN' }],
  [
    'that WeChat does not hand over',
    failing({ errMsg: 'chooseMessageFile:fail' }),
    { code: 'PAPER_NOT_CHOSEN' },
  ],
  [
    'that the privacy guide does not declare',
    failing({ errMsg: 'chooseMessageFile:fail', errno: 112 }),
    { code: 'PRIVACY_UNDECLARED' },
  ],
  [
    'while the guide was not accepted',
    failing({ errMsg: 'chooseMessageFile:fail', errno: 104 }),
    { code: 'PRIVACY_REFUSED' },
  ],
])('a file %s is told', async (_, chooseMessageFile, error) => {
  await expect(choose({ chooseMessageFile })).rejects.toMatchObject(error);
});

test('a picture that may not be chosen is told, and so is one that is too large', async () => {
  await expect(
    choose({ chooseMedia: failing({ errMsg: 'chooseMedia:fail', errno: 112 }) }, 0),
  ).rejects.toMatchObject({ code: 'PRIVACY_UNDECLARED' });
  const large = { tempFilePath: 'wxfile://b.jpg', size: 6 * MB };
  await expect(choose({ chooseMedia: giving(large) }, 0)).rejects.toMatchObject({ code: 'PAPER_INVALID' });
});
