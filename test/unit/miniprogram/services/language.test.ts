import { fakePhone, loadService } from '../support/phone';

type Language = 'zh-CN' | 'en';
type Service = {
  language(): Language;
  words(): { t(key: string): string };
  chooseLanguage(next: Language): Promise<{ code: string } | null>;
  onLanguageChange(listener: () => void): () => void;
};

const told = async () => ({ result: { ok: true, data: { language: 'en' }, now: Date.now() } });

function phone(callFunction: () => Promise<unknown> = told, more = {}) {
  const { storage } = fakePhone({ cloud: { callFunction }, ...more });
  return { storage, service: loadService<Service>('services/language') };
}

beforeEach(() => jest.resetModules());

describe('the language', () => {
  it('is that of WeChat until the person chooses', () => {
    expect(phone().service.language()).toBe('zh-CN');
    jest.resetModules();
    expect(phone(told, { getAppBaseInfo: () => ({ language: 'en' }) }).service.language()).toBe('en');
  });

  it('switches every listener at once, and is kept', async () => {
    const { service, storage } = phone();
    const heard: string[] = [];
    service.onLanguageChange(() => heard.push(service.words().t('tabs.today')));
    const choosing = service.chooseLanguage('en');
    expect(heard).toEqual(['Today']);
    await expect(choosing).resolves.toBeNull();
    expect(storage.get('language')).toBe('en');
  });

  it('switches even if the server cannot be told, and says so', async () => {
    const { service } = phone(() => Promise.reject({ errMsg: 'request:fail' }));
    await expect(service.chooseLanguage('en')).resolves.toMatchObject({ code: 'CLOUD_UNAVAILABLE' });
    expect(service.language()).toBe('en');
  });

  it('follows the choice on another phone, but not over a choice on this one', async () => {
    const english = async () => ({ result: { ok: true, data: {}, now: Date.now(), language: 'en' } });
    const { service } = phone(english);
    const { cloud } = loadService<{ cloud: { requests: { mine(input: object): Promise<unknown> } } }>(
      'services/cloud',
    );
    // Whatever page was opened by a link: its first answer says it.
    await cloud.requests.mine({});
    expect(service.language()).toBe('en');
    await service.chooseLanguage('zh-CN');
    await cloud.requests.mine({});
    expect(service.language()).toBe('zh-CN');
  });
});
