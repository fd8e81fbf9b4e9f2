import type { Day } from '#contracts/common';
import type { Warning } from '#contracts/fact';
import { fact, plainAnswer, warning } from '../../approvals/kind/answer';
import { filesOf, numberOf } from '../../approvals/kind/form-values';
import type { KindRules, SideEffects } from '../../approvals/kind/kind';
import { addDays, isDay } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { isRefused } from '../../shared/files/picture-check';
import { type ExpenseSettings, SHIPPED_EXPENSE } from './expense-settings';
import type { InvoiceElsewhere, ReceiptClaim } from './receipt-claim';
import { type ComparedLine, type EarlierLine, similarLines } from './similar-lines';

/** The result of the kind's `load`. */
export interface ExpenseInputs {
  readonly settings?: ExpenseSettings;
  /** The applicant's claims of the files in the form; a file without a claim was never checked. */
  readonly receipts?: readonly ReceiptClaim[];
  /** The same invoices in other requests. */
  readonly elsewhere?: readonly InvoiceElsewhere[];
  readonly earlier?: readonly EarlierLine[];
}

/** Effects outside of the request and the account. Receipts are claimed before the request is added. */
export type ExpenseEffect =
  | { readonly does: 'claim-receipts'; readonly claims: readonly string[] }
  | { readonly does: 'release-receipts'; readonly claims: readonly string[] }
  /** Fen to be paid; if negative, the employee repays a part of the advance. */
  | { readonly does: 'owe-expense'; readonly fen: number }
  | { readonly does: 'drop-expense' };

interface Line extends ComparedLine {
  readonly receipts: readonly string[];
}

/** One million yuan per line; keeps every sum exact. */
const MAX_FEN = 100_000_000;

/**
 * The rules of expenses: lines with receipts, minus an advance. Values: `lines` (table of `day`, `category`,
 * `amount` in fen, `files`, `note`), `advance` in fen, `reason`. A receipt that another employee also uploaded
 * is reported to the approver but not refused; otherwise whoever uploads an image first could block the other.
 * The same receipt twice by one person is RECEIPT_DUPLICATE, and so are two pictures of one invoice in two lines; the
 * same invoice in another request, and a line like another one, are reported. Other problems: FORM_INVALID,
 * FILE_INVALID.
 */
export const expenseRules: KindRules<ExpenseInputs> = (question) => {
  const { values, requestId } = question;
  const rules = question.settings ?? SHIPPED_EXPENSE;
  const lines = linesOf(values.lines);
  const fen = lines.reduce((sum, { amount }) => sum + amount, 0);
  const advance = numberOf(values, 'advance');
  const receipts = checkReceipts(lines, question, requestId);
  const similar = similarLines(lines, question.earlier ?? []);
  return plainAnswer(question, {
    amountFen: fen,
    facts: [
      fact('AMOUNT', { fen, lines: lines.length }),
      ...(advance > 0 ? [fact('ADVANCE', { fen: advance, rest: fen - advance })] : []),
    ],
    warnings: [...receipts.warnings, ...similar],
    problem: linesProblem(lines, rules, question.today) ?? advanceProblem(advance) ?? receipts.problem,
    effects: effectsOf(receipts.claims, fen - advance),
  });
};

/**
 * Receipts belong to the request from its submission until it is rejected, withdrawn, returned or cancelled.
 */
function effectsOf(claims: readonly string[], fen: number): SideEffects<ExpenseEffect> {
  const some = claims.length > 0;
  const release = some ? [{ does: 'release-receipts', claims } as const] : [];
  return {
    onSubmit: some ? [{ does: 'claim-receipts', claims }] : [],
    onApprove: fen === 0 ? [] : [{ does: 'owe-expense', fen }],
    onReject: release,
    onCancel: [...release, { does: 'drop-expense' }],
  };
}

/** The lines of the form's values. */
export function linesOf(value: unknown): Line[] {
  if (!Array.isArray(value)) return [];
  return value.map((row: Readonly<Record<string, unknown>>) => ({
    day: typeof row.day === 'string' ? row.day : '',
    category: typeof row.category === 'string' ? row.category : '',
    amount: typeof row.amount === 'number' ? row.amount : 0,
    receipts: filesOf(row.files),
  }));
}

const invalid = (field: string, rule: string) => new AppError('FORM_INVALID', { field, rule });

function linesProblem(lines: readonly Line[], rules: ExpenseSettings, today: Day): AppError | null {
  if (lines.length === 0) return invalid('lines', 'required');
  if (lines.length > rules.mostLines) return invalid('lines', 'too-many');
  for (const [index, line] of lines.entries()) {
    const problem = lineProblem(line, `lines.${index}`, rules, today);
    if (problem) return problem;
  }
  return null;
}

function lineProblem(line: Line, path: string, rules: ExpenseSettings, today: Day): AppError | null {
  const { day, amount, receipts } = line;
  if (!isDay(day)) return invalid(`${path}.day`, 'wrong-kind');
  if (day > today || day < addDays(today, -rules.windowDays)) return invalid(`${path}.day`, 'out-of-range');
  if (!Number.isInteger(amount) || amount < 1 || amount > MAX_FEN)
    return invalid(`${path}.amount`, 'out-of-range');
  if (receipts.length > rules.mostReceiptsPerLine) return invalid(`${path}.files`, 'too-many');
  if (rules.receiptAbove !== null && amount > rules.receiptAbove && receipts.length === 0)
    return invalid(`${path}.files`, 'required');
  return null;
}

const advanceProblem = (advance: number): AppError | null =>
  Number.isInteger(advance) && advance >= 0 && advance <= MAX_FEN ? null : invalid('advance', 'out-of-range');

interface ReceiptCheck {
  /** Ids of the claims used by the request. */
  readonly claims: readonly string[];
  readonly warnings: readonly Warning[];
  readonly problem: AppError | null;
}

interface Receipt {
  /** From 1. */
  readonly line: number;
  readonly claim: ReceiptClaim | undefined;
}

/** Line numbers start at 1. */
function checkReceipts(
  lines: readonly Line[],
  { receipts: claims = [], elsewhere = [] }: ExpenseInputs,
  requestId: string,
): ReceiptCheck {
  const all = lines.flatMap(({ receipts }, index) =>
    receipts.map(
      (file): Receipt => ({ line: index + 1, claim: claims.find(({ fileId }) => fileId === file) }),
    ),
  );
  const warnings: Warning[] = [];
  for (const [index, receipt] of all.entries()) {
    const problem = receiptProblem(receipt, all.slice(0, index), requestId);
    if (problem) return { claims: [], warnings, problem };
    warnings.push(...receiptWarnings(receipt, elsewhere));
  }
  return { claims: all.flatMap(({ claim }) => claim?._id ?? []), warnings, problem: null };
}

function receiptProblem({ line, claim }: Receipt, before: readonly Receipt[], requestId: string) {
  if (!claim) return new AppError('FILE_INVALID', { rule: 'missing' });
  if (isRefused(claim)) return new AppError('FILE_INVALID', { rule: 'refused' });
  const { _id, invoiceId } = claim;
  const isHere = before.some(
    (other) =>
      other.claim?._id === _id ||
      // Two pictures of one invoice belong to one line.
      (invoiceId !== undefined && other.claim?.invoiceId === invoiceId && other.line !== line),
  );
  if (isHere) return new AppError('RECEIPT_DUPLICATE', { line, where: 'here' });
  const isElsewhere = claim.requestId !== null && claim.requestId !== requestId;
  return isElsewhere ? new AppError('RECEIPT_DUPLICATE', { line, where: 'before' }) : null;
}

function receiptWarnings({ line, claim }: Receipt, elsewhere: readonly InvoiceElsewhere[]): Warning[] {
  const { invoiceId, invoiceNumber: invoice = '', byOther } = claim ?? {};
  const other = elsewhere.find((each) => each.invoiceId === invoiceId);
  return [
    ...(other
      ? [warning('bad', 'SAME_INVOICE', { line, invoice, day: other.day, number: other.number })]
      : []),
    ...(byOther ? [warning('bad', 'DUPLICATE_RECEIPT', { line })] : []),
  ];
}
