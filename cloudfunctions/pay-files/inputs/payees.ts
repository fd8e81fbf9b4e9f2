import { array, maxLength, minLength, picklist, pipe, strictObject, string, transform } from 'valibot';
import { cleanCode } from '../../../miniprogram/common/clean-text';
import { employeeId, searchText } from '../../shared/inputs';

/** Lines of one call; a longer sheet is sent in several. */
const MAX_ENTRIES = 100;
const MAX_CODE = 40;
const MAX_BANK = 60;

/** Digits as people type them: full width and spaces are no difference. May be empty. */
const code = pipe(
  string(),
  transform((typed) => cleanCode(typed).toUpperCase()),
  maxLength(MAX_CODE),
);

export const entries = pipe(
  array(
    strictObject({
      employeeId,
      idKind: picklist(['resident', 'passport', 'hk-macao', 'taiwan', 'permanent']),
      ...{ idNumber: code, phone: code, account: code },
      ...{ bank: searchText(MAX_BANK), place: searchText(MAX_BANK) },
    }),
  ),
  minLength(1),
  maxLength(MAX_ENTRIES),
);
