import type { Month } from '#contracts/common';
import type { PayProof } from '#contracts/pay-files';
import { errorText } from '../../../../locales/error-text';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText, monthText } from '../../../../utils/dates';
import type { ProofTexts } from './draw-proof';

export interface ProofModel {
  readonly month: Month;
  readonly version: number;
  readonly isLocked: boolean;
  readonly data: PayProof | null;
  /** The drawn picture; '' before it is there. */
  readonly picture: string;
  readonly failure: Failure | null;
}

/** A proof of one's own slip as a picture, with the code by which a bank asks whether it is genuine. */
export function proofView(model: ProofModel, t: Words) {
  const { data, failure, isLocked, picture } = model;
  return {
    mode: isLocked ? 'locked' : data ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isLocked ? errorText(failure, t) : '',
    picture: isLocked ? '' : picture,
    isDrawing: data !== null && picture === '' && !failure,
    code: data && !isLocked ? data.code : '',
    label: data && !isLocked ? labelOf(data, t) : '',
    until: data && !isLocked ? t.t('payProof.until', { day: dayText(data.until, t) }) : '',
    text: {
      loadFailed: t.t('payProof.loadFailed'),
      retry: t.t('common.retry'),
      codeName: t.t('payProof.code'),
      how: t.t('payProof.how'),
      open: t.t('payProof.open'),
      copy: t.t('payProof.copy'),
    },
  };
}

/** What the picture says, for who cannot see it. */
const labelOf = (data: PayProof, t: Words): string => {
  const { title, company, rows, netName, net } = proofTexts(data, t);
  return [company, title, ...rows.map(({ name, value }) => `${name} ${value}`), `${netName} ${net}`].join(
    t.t('common.separator'),
  );
};

export function proofTexts(data: PayProof, t: Words): ProofTexts {
  const name = t.language === 'en' && data.nameEn ? data.nameEn : data.name;
  const row = (
    id: 'name' | 'job' | 'hiredOn' | 'month' | 'paidOn' | 'gross' | 'contributions' | 'tax',
    value: string,
  ) => ({
    name: t.t(`payProof.rows.${id}`),
    value,
  });
  return {
    company: t.pick(data.company),
    title: t.t('payProof.title'),
    rows: [
      row('name', name),
      row('job', t.pick(data.job)),
      row('hiredOn', data.hiredOn),
      row('month', monthText(data.month, t)),
      row('paidOn', data.paidOn),
      row('gross', moneyText(data.gross)),
      row('contributions', moneyText(data.contributions)),
      row('tax', moneyText(data.tax)),
    ],
    netName: t.t('payProof.net'),
    net: moneyText(data.net),
    codeName: t.t('payProof.code'),
    code: data.code,
    notes: [
      t.t('payProof.note', { code: data.code }),
      t.t('payProof.made', { day: data.madeOn, until: data.until }),
    ],
  };
}
