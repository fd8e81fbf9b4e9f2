import { detailFault, NO_DETAILS } from '../../../../cloudfunctions/pay-files/domain/pay-details';
import { isResidentId, readResidentId } from '../../../../miniprogram/features/pay/common/id-number';

const details = (change: object) => ({ ...NO_DETAILS, ...change });

test.each([
  ['11010519491231002X', true],
  ['440524188001010014', true],
  ['110105194912310021', false],
  // A spreadsheet keeps fifteen digits of a number.
  ['110105194912310000', false],
  ['110105194913310026', false],
  ['11010519491231002', false],
  ['1.10105E+17', false],
])('the identity card %s is right: %s', (text, isRight) => expect(isResidentId(text)).toBe(isRight));

test('birthday and sex are read from the card', () =>
  expect(readResidentId('11010519491231002X')).toEqual({ bornOn: '1949-12-31', sex: '女' }));

test.each([
  [{ account: '6222020200099887766', bank: '示例银行' }, null],
  [{ account: '6.22202E+18', bank: '示例银行' }, 'account'],
  [{ account: '6222020200099880000', bank: '示例银行' }, 'account-damaged'],
  [{ account: '6222020200099887766' }, 'bank'],
  [{ phone: '1380000000' }, 'phone'],
  [{ idNumber: '110105194912310021' }, 'id-number'],
  [{ idKind: 'passport', idNumber: 'E12345678' }, null],
  [{}, null],
])('of %j is said: %s', (change, fault) => expect(detailFault(details(change))).toBe(fault));
