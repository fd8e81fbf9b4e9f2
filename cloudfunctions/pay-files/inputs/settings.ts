import { array, check, maxLength, pipe, regex, strictObject, string, transform } from 'valibot';
import { cleanCode } from '../../../miniprogram/common/clean-text';
import { line, searchText } from '../../shared/inputs';

const MAX_NAME = 60;
const MAX_CENTRES = 500;

/** An account code such as `6602.01`; U8 takes at most 15 characters. */
const bookCode = pipe(string(), transform(cleanCode), regex(/^[0-9A-Za-z.-]{1,15}$/));
const book = strictObject({ code: bookCode, name: line(MAX_NAME) });

export const settings = strictObject({
  payer: strictObject({
    name: searchText(MAX_NAME),
    account: pipe(string(), transform(cleanCode), regex(/^\d{0,32}$/)),
    bank: searchText(MAX_NAME),
  }),
  accounts: strictObject({
    ...{ wagesPayable: book, insurancePayable: book, fundPayable: book, bank: book, incomeTax: book },
    ...{ keptInsurance: book, keptFund: book, keptOther: book, owed: book },
  }),
  expense: book,
  centres: pipe(
    array(strictObject({ departmentId: pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}$/)), account: book })),
    maxLength(MAX_CENTRES),
    check((list) => new Set(list.map(({ departmentId }) => departmentId)).size === list.length),
  ),
});
