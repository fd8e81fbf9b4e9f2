import type { IdKind, PayeeEntry } from '#contracts/pay-files';
import { accountFault } from '../../../miniprogram/features/pay/common/bank-account';
import { isResidentId } from '../../../miniprogram/features/pay/common/id-number';

/** What files need to know of a person. Empty where it is unknown. */
export type PayDetails = Omit<PayeeEntry, 'employeeId'>;

export const NO_DETAILS: PayDetails = {
  ...{ idKind: 'resident', idNumber: '', phone: '', account: '', bank: '', place: '' },
};

/** As the tax client names them. */
export const ID_NAMES: Readonly<Record<IdKind, string>> = {
  resident: '居民身份证',
  passport: '外国护照',
  'hk-macao': '港澳居民来往内地通行证',
  taiwan: '台湾居民来往大陆通行证',
  permanent: '外国人永久居留身份证',
};

export type DetailFault = 'id-number' | 'phone' | 'account' | 'account-damaged' | 'bank';

/** What cannot be right; null if nothing is to be seen. An account needs the name of its bank. */
export function detailFault({ idKind, idNumber, phone, account, bank }: PayDetails): DetailFault | null {
  const isId = idKind === 'resident' ? isResidentId(idNumber) : /^[A-Z0-9()]{5,24}$/.test(idNumber);
  if (idNumber !== '' && !isId) return 'id-number';
  if (phone !== '' && !/^1\d{10}$/.test(phone)) return 'phone';
  if (account === '') return null;
  const fault = accountFault(account);
  if (fault) return fault === 'damaged' ? 'account-damaged' : 'account';
  return bank === '' ? 'bank' : null;
}
