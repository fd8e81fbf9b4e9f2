import { fakePhone, loadService } from '../support/phone';

interface File {
  readonly fileId: string;
  readonly url: string;
}
interface Service {
  openDocument(url: string, type: string, name?: string): Promise<void>;
  openPaper(file: File, all?: readonly File[]): Promise<void>;
  copyText(text: string): Promise<void>;
}
type Options = { success(result?: object): void; fail(failure: object): void };

const failing =
  (failure: object) =>
  ({ fail }: Options) =>
    fail(failure);
const fetched = ({ success }: Options) => success({ statusCode: 200, tempFilePath: 'wxfile://a' });
const service = (wx: object) => {
  fakePhone({ downloadFile: fetched, ...wx });
  return loadService<Service>('services/documents');
};

beforeEach(() => jest.resetModules());

const PHOTO: File = { fileId: 'cloud://a.jpg', url: 'https://x/a' };
const INVOICE: File = { fileId: 'cloud://b.PDF', url: 'https://x/b' };
const TAXI: File = { fileId: 'cloud://c.png', url: 'https://x/c' };

test('an approver who taps a photo can swipe to the other photos of the request, and a PDF opens as a document', async () => {
  const previewImage = jest.fn(({ success }: Options) => success());
  const openDocument = jest.fn(({ success }: Options) => success());
  const { openPaper } = service({ previewImage, openDocument });
  await openPaper(TAXI, [PHOTO, INVOICE, TAXI]);
  expect(previewImage).toHaveBeenCalledWith(
    expect.objectContaining({ current: TAXI.url, urls: [PHOTO.url, TAXI.url] }),
  );
  expect(openDocument).not.toHaveBeenCalled();
  await openPaper(INVOICE, [PHOTO, INVOICE, TAXI]);
  expect(openDocument).toHaveBeenCalledWith(expect.objectContaining({ fileType: 'pdf' }));
  expect(previewImage).toHaveBeenCalledTimes(1);
});

test.each<[string, object, string]>([
  [
    'from a host that is no legal domain',
    { errMsg: 'downloadFile:fail url not in domain list' },
    'DOMAIN_MISSING',
  ],
  ['from a cloud out of reach', { errMsg: 'downloadFile:fail timeout' }, 'CLOUD_UNAVAILABLE'],
])('a file %s says so', async (_, failure, code) => {
  const { openDocument } = service({ downloadFile: failing(failure) });
  await expect(openDocument('https://x', 'pdf')).rejects.toMatchObject({ code });
});

test('a file that came but is not shown is no fault of the network', async () => {
  const { openDocument, openPaper } = service({
    openDocument: failing({ errMsg: 'openDocument:fail filetype not supported' }),
    previewImage: failing({ errMsg: 'previewImage:fail' }),
  });
  await expect(openDocument('https://x', 'xlsx')).rejects.toMatchObject({ code: 'FILE_NOT_SHOWN' });
  await expect(openPaper(PHOTO)).rejects.toMatchObject({ code: 'FILE_NOT_SHOWN' });
});

test('a workbook that is opened has the name that others see when it is passed on', async () => {
  const downloadFile = jest.fn(({ success, filePath }: Options & { filePath: string }) =>
    success({ statusCode: 200, filePath }),
  );
  const shown = jest.fn(({ success }: Options) => success());
  const { openDocument } = service({
    env: { USER_DATA_PATH: 'wxfile://usr' },
    downloadFile,
    openDocument: shown,
  });
  await openDocument('https://x', 'xlsx', '考勤月报_2026-11_公司.xlsx');
  const filePath = 'wxfile://usr/考勤月报_2026-11_公司.xlsx';
  expect(downloadFile).toHaveBeenCalledWith(expect.objectContaining({ filePath }));
  expect(shown).toHaveBeenCalledWith(expect.objectContaining({ filePath, fileType: 'xlsx' }));
});

test('a link that may not be copied says that the administrator did not declare it', async () => {
  const { copyText } = service({
    setClipboardData: failing({ errMsg: 'setClipboardData:fail', errno: 112 }),
  });
  await expect(copyText('https://x')).rejects.toMatchObject({ code: 'PRIVACY_UNDECLARED' });
});
