import type { Language, LocalText } from '#contracts/common';
import type { NotInFile, PayFileGroup, PayFileId } from '#contracts/pay-files';
import type { PayRunSums } from '#contracts/payroll';
import { BANK_TEMPLATES } from './bank-templates';
import { insuranceList, JOINING_FORM } from './insurance-templates';
import type { PaidPerson } from './paid-person';
import { registerTemplate } from './register';
import { BONUS_TEMPLATE, PEOPLE_TEMPLATE, SEVERANCE_TEMPLATES, TAX_TEMPLATES } from './tax-templates';
import type { FileTemplate } from './template';
import type { VoucherLine } from './voucher';
import { VOUCHER_TEMPLATES } from './voucher-templates';

/** What is known of the whole run once everybody was looked at. */
export interface RunControl {
  readonly sums: PayRunSums;
  /** Taxed by itself. */
  readonly bonus: number;
  readonly severance: number;
  /** What the company pays beside insurance and fund. */
  readonly employerItems: number;
}

interface AnyFile {
  readonly id: PayFileId;
  readonly group: PayFileGroup;
  readonly hasLanguages: boolean;
}

/** A file with a row for each person. */
export interface PeopleFile extends AnyFile {
  readonly kind: 'people';
  template(language: Language): FileTemplate<PaidPerson>;
  /** Why somebody cannot be in it; null if they can. */
  leftOut(person: PaidPerson): NotInFile | null;
  /** Whether the file is about the person at all. */
  isAbout(person: PaidPerson, month: string): boolean;
  /** What the rows add up to with who was left out; null where there are no amounts. */
  control(run: RunControl): number | null;
  readonly needsPayer: boolean;
}

/** A file about the run as a whole. */
export interface VoucherFile extends AnyFile {
  readonly kind: 'voucher';
  readonly template: FileTemplate<VoucherLine>;
  /** Only what differs from the version that was booked. */
  readonly isDifference: boolean;
}

export type PayFile = PeopleFile | VoucherFile;

const everybody = () => true;
const withId = ({ idNumber }: PaidPerson): NotInFile | null => (idNumber === '' ? 'no-id' : null);
const firstOf =
  (...rules: readonly ((person: PaidPerson) => NotInFile | null)[]) =>
  (person: PaidPerson): NotInFile | null =>
    rules.map((rule) => rule(person)).find((rule) => rule !== null) ?? null;
const known = ({ name }: PaidPerson): NotInFile | null => (name === '' ? 'no-record' : null);

const file = (
  group: PayFileGroup,
  template: (language: Language) => FileTemplate<PaidPerson>,
  more: Partial<PeopleFile>,
): PeopleFile => ({
  ...{ kind: 'people', id: template('zh-CN').id as PayFileId, group, template, hasLanguages: false },
  ...{ needsPayer: false, leftOut: known, isAbout: everybody, control: () => null },
  ...more,
});

const payable = ({ net, account }: PaidPerson): NotInFile | null =>
  net <= 0 ? 'nothing-to-pay' : account === null ? 'no-account' : null;
const insured = ({ employee, employer }: PaidPerson): NotInFile | null =>
  Object.keys(employee).length + Object.keys(employer).length === 0 ? 'no-city' : null;
const withPhone = ({ phone }: PaidPerson): NotInFile | null => (phone === '' ? 'no-phone' : null);

const voucher = (template: FileTemplate<VoucherLine>, isDifference: boolean): VoucherFile => ({
  ...{ kind: 'voucher', group: 'voucher', hasLanguages: false, isDifference },
  id: (isDifference ? `${template.id}-difference` : template.id) as PayFileId,
  template: isDifference
    ? { ...template, name: named(template.name, { 'zh-CN': '差额', en: 'difference' }) }
    : template,
});
const named = (name: LocalText, what: LocalText): LocalText => ({
  'zh-CN': `${what['zh-CN']} · ${name['zh-CN']}`,
  en: `${name.en}, ${what.en}`,
});

/** Everything that a locked month can give, in the order in which it is needed. */
export const PAY_FILES: readonly PayFile[] = [
  ...BANK_TEMPLATES.map((template) =>
    file('bank', () => template, {
      leftOut: firstOf(known, payable),
      control: ({ sums }) => sums.net,
      needsPayer: template.id === 'icbc',
    }),
  ),
  file('tax', () => PEOPLE_TEMPLATE, { leftOut: firstOf(known, withId, withPhone) }),
  ...TAX_TEMPLATES.map((template) =>
    file('tax', () => template, {
      leftOut: firstOf(known, withId),
      control: ({ sums, bonus, severance }) => sums.gross - bonus - severance,
    }),
  ),
  file('tax', () => BONUS_TEMPLATE, {
    leftOut: firstOf(known, withId),
    isAbout: ({ bonus }) => bonus > 0,
    control: ({ bonus }) => bonus,
  }),
  ...SEVERANCE_TEMPLATES.map((template) =>
    file('tax', () => template, {
      leftOut: firstOf(known, withId),
      isAbout: ({ severance }) => severance > 0,
      control: ({ severance }) => severance,
    }),
  ),
  file('insurance', insuranceList, {
    hasLanguages: true,
    leftOut: firstOf(known, insured, withId),
    control: ({ sums, employerItems }) => sums.contributions + sums.employer - employerItems,
  }),
  file('insurance', () => JOINING_FORM, {
    leftOut: firstOf(known, withId),
    isAbout: ({ hiredOn }, month) => hiredOn.slice(0, 7) === month,
  }),
  ...VOUCHER_TEMPLATES.map((template) => voucher(template, false)),
  ...VOUCHER_TEMPLATES.map((template) => voucher(template, true)),
  file('register', registerTemplate, { hasLanguages: true, control: ({ sums }) => sums.net }),
];

export const PAY_FILE_IDS = PAY_FILES.map(({ id }) => id);

/** @throws RangeError for an unknown id */
export function payFileOf(id: PayFileId): PayFile {
  const found = PAY_FILES.find((each) => each.id === id);
  if (!found) throw new RangeError(`No file ${id}`);
  return found;
}

export const templateOf = (of: PayFile, language: Language): FileTemplate<never> =>
  (of.kind === 'people' ? of.template(language) : of.template) as FileTemplate<never>;

/** How the run is named in every file of it: a run that was recalled is another batch for a bank. */
export const batchOf = (month: string, version: number): string => `P${month.replace('-', '')}-${version}`;
/** A voucher keeps its number, so that what is imported later replaces it. */
export const voucherBatchOf = (month: string): string => `P${month.replace('-', '')}`;
