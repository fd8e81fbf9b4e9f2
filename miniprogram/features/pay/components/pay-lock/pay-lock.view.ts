import type { SecondCheckContract } from '#contracts/second-check';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';

/** What is behind the check. */
export type Behind = 'pay' | 'keys';

/** `enter`: with the pass that holds. `set`: the first one. `change`: another one, with the old one. */
export type LockStep = 'enter' | 'set' | 'change';

export interface LockModel {
  readonly state: SecondCheckContract['secondCheck']['output'] | null;
  readonly step: LockStep;
  readonly about: Behind;
  /** Whether the phone can check a finger or a face. */
  readonly canCheck: boolean;
  readonly old: string;
  readonly pass: string;
  readonly again: string;
  readonly busy: boolean;
  /** The check of the phone was cancelled or did not succeed. */
  readonly failure: Failure | null;
}

const DIGITS = /^\d{6}$/;

/** What is missing before the pass can be sent; empty if nothing is, or nothing was typed yet. */
function problemOf({ step, old, pass, again }: LockModel, t: Words): string {
  if (step === 'enter' || !DIGITS.test(pass) || again.length < 6) return '';
  if (again !== pass) return t.t('payLock.different');
  return step === 'change' && old === pass ? t.t('payLock.same') : '';
}

export function isReady(model: LockModel): boolean {
  const { step, old, pass, again, busy } = model;
  if (busy || !DIGITS.test(pass)) return false;
  if (step === 'enter') return true;
  return again === pass && (step === 'set' || (DIGITS.test(old) && old !== pass));
}

/** The door in front of pay: the check of the phone, or a passcode. */
export function lockView(model: LockModel, t: Words) {
  const { state, step, about, canCheck, busy, failure } = model;
  return {
    mode: state ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    problem: problemOf(model, t),
    hasPhone: canCheck,
    isSetting: step !== 'enter',
    isChanging: step === 'change',
    old: model.old,
    pass: model.pass,
    again: model.again,
    isDisabled: !isReady(model),
    busy,
    title: step === 'enter' && about === 'keys' ? t.t('payLock.keysTitle') : t.t(`payLock.title.${step}`),
    note: t.t(`payLock.note.${step}`),
    ok: t.t(`payLock.ok.${step}`),
    change: step === 'enter' && state?.hasPass ? t.t('payLock.change') : '',
    back: step === 'change' ? t.t('payLock.back') : '',
    text: {
      loadFailed: t.t('payLock.loadFailed'),
      retry: t.t('common.retry'),
      phone: t.t('payLock.phone'),
      pass: t.t('payLock.pass'),
      old: t.t('payLock.old'),
      fresh: t.t('payLock.fresh'),
      again: t.t('payLock.again'),
      forgot: t.t('payLock.forgot'),
    },
  };
}
