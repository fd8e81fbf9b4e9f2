import { fakePhone, loadService } from '../support/phone';

type Failure = { errMsg?: string; errno?: number };
interface Service {
  refusalOf(failure: Failure): string;
  refusalOrCancel(failure: Failure): string;
  refusalError(failure: Failure, failed: string): { code: string };
}

fakePhone();
const { refusalOrCancel, refusalError, refusalOf } = loadService<Service>('services/wx-refusal');

test.each<[Failure, string, string]>([
  [
    { errMsg: 'chooseMessageFile:fail api scope is not declared in the privacy agreement', errno: 112 },
    'undeclared',
    'PRIVACY_UNDECLARED',
  ],
  [{ errMsg: 'setClipboardData:fail', errno: 112 }, 'undeclared', 'PRIVACY_UNDECLARED'],
  [
    { errMsg: 'setClipboardData:fail api scope is not declared in the privacy agreement' },
    'undeclared',
    'PRIVACY_UNDECLARED',
  ],
  [
    { errMsg: 'getLocation:fail privacy permission is not authorized', errno: 104 },
    'privacy',
    'PRIVACY_REFUSED',
  ],
  [{ errMsg: 'getLocation:fail', errno: 104 }, 'privacy', 'PRIVACY_REFUSED'],
  [{ errMsg: 'chooseMedia:fail auth deny' }, 'denied', 'PERMISSION_REFUSED'],
  [{ errMsg: 'chooseMedia:fail system error' }, 'failed', 'NOT_COPIED'],
  [{}, 'failed', 'NOT_COPIED'],
])('%j is %s', (failure, refusal, code) => {
  expect(refusalOf(failure)).toBe(refusal);
  expect(refusalOrCancel(failure)).toBe(refusal);
  expect(refusalError(failure, 'NOT_COPIED').code).toBe(code);
});

test('a person who changed their mind has met no failure', () => {
  expect(refusalOrCancel({ errMsg: 'chooseMessageFile:fail cancel' })).toBe('cancelled');
});
