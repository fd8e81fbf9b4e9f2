import type { Day, Month } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { DeductionDetail, DeductionKind, DeductionView } from '#contracts/tax';
import { cleanLine } from '../../../../common/clean-text';
import { readFen } from '../../../../common/read-number';
import type { Failure } from '../../../../services/client-error';
import { newKey } from '../../../../utils/new-key';

export const KINDS = ['child', 'infant', 'elder', 'rent', 'mortgage', 'degree', 'certificate'] as const;
export const SIZES = ['major', 'large', 'small'] as const;
export type Size = (typeof SIZES)[number];

export interface FormModel {
  /** The deduction that is changed; empty for a new one. */
  readonly id: string;
  readonly key: string;
  /** What is changed is loaded before it can be written. */
  readonly isLoaded: boolean;
  readonly kind: DeductionKind;
  readonly name: string;
  readonly born: Day | null;
  readonly share: 50 | 100;
  readonly month: Month | null;
  readonly obtained: Day | null;
  readonly city: string;
  readonly size: Size;
  readonly isOnlyChild: boolean;
  readonly amount: string;
  readonly from: Month;
  readonly until: Month | null;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

export const blankForm = (id: string, month: Month): FormModel => ({
  ...{ id, key: newKey(), isLoaded: id === '', kind: 'child', name: '', born: null, share: 100 },
  ...{ month: null, obtained: null, city: '', size: 'major', isOnlyChild: true, amount: '' },
  // Back to January: what is declared later is deducted for the months of the year that have passed.
  ...{ from: id === '' ? (`${month.slice(0, 4)}-01` as Month) : month, until: null },
  ...{ changed: false, busy: false, failure: null },
});

/** A change begins with what holds now. */
export function formOf({ detail, until }: DeductionView): Partial<FormModel> {
  const { kind } = detail;
  const base = { kind, until, isLoaded: true };
  switch (kind) {
    case 'child':
    case 'infant':
      return { ...base, name: detail.name, born: detail.born, share: detail.share };
    case 'elder':
      return {
        ...{ ...base, name: detail.name, born: detail.born, isOnlyChild: detail.amount === null },
        amount: detail.amount === null ? '' : String(detail.amount / 100),
      };
    case 'rent':
      return { ...base, city: detail.city, size: detail.size };
    case 'mortgage':
      return { ...base, month: detail.firstPaid, share: detail.share };
    case 'degree':
      return { ...base, month: detail.enrolled };
    case 'certificate':
      return { ...base, name: detail.name, obtained: detail.obtained };
  }
}

/** What would be declared; null as long as something is missing. */
export function detailOf(model: FormModel): DeductionDetail | null {
  const { kind, born, share, month, obtained, size } = model;
  const [name, city] = [cleanLine(model.name), cleanLine(model.city)];
  switch (kind) {
    case 'child':
    case 'infant':
      return name !== '' && born ? { kind, name, born, share } : null;
    case 'elder': {
      const amount = model.isOnlyChild ? null : fenOf(model.amount);
      return name !== '' && born && amount !== 'missing' ? { kind, name, born, amount } : null;
    }
    case 'rent':
      return city === '' ? null : { kind, city, size };
    case 'mortgage':
      return month ? { kind, firstPaid: month, share } : null;
    case 'degree':
      return month ? { kind, enrolled: month } : null;
    case 'certificate':
      return name !== '' && obtained ? { kind, name, obtained } : null;
  }
}

function fenOf(text: string): Fen | 'missing' {
  const read = readFen(text);
  return 'value' in read && read.value > 0 ? (read.value as Fen) : 'missing';
}
