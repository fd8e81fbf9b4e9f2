import { fakePhone, loadService } from '../support/phone';

type Options = { url: string; fail(failure: object): void };

const phone = (errMsg: string) => {
  const redirectTo = jest.fn<void, [Options]>();
  const showToast = jest.fn<void, [{ title: string }]>();
  fakePhone({ navigateTo: ({ fail }: Options) => fail({ errMsg }), redirectTo, showToast });
  const { navigate } = loadService<{ navigate: { to(url: string): void } }>('services/navigate');
  navigate.to('/features/a/pages/b/b');
  return { redirectTo, showToast };
};

beforeEach(() => jest.resetModules());

test('the eleventh page takes the place of the tenth', () => {
  const { redirectTo, showToast } = phone('navigateTo:fail webview count limit exceed');
  expect(redirectTo.mock.calls[0]?.[0].url).toBe('/features/a/pages/b/b');
  expect(showToast).not.toHaveBeenCalled();
  redirectTo.mock.calls[0]?.[0].fail({ errMsg: 'redirectTo:fail' });
  expect(showToast).toHaveBeenCalledTimes(1);
});

test('a page that could not be fetched is told', () => {
  const { redirectTo, showToast } = phone('navigateTo:fail timeout');
  expect(redirectTo).not.toHaveBeenCalled();
  expect(showToast.mock.calls[0]?.[0].title).toContain('页面没有打开');
});

test('a name with signs of an address stays one value', () => {
  const navigateTo = jest.fn<void, [Options]>();
  fakePhone({ navigateTo });
  type Navigate = { teamWeek(department: { id: string; name: string }): void };
  loadService<{ navigate: Navigate }>('services/navigate').navigate.teamWeek({
    id: 'D2',
    name: '研发&id=D9?',
  });
  const [, query = ''] = navigateTo.mock.calls[0]?.[0].url.split('?') ?? [];
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ department: 'D2', name: '研发&id=D9?' });
});
