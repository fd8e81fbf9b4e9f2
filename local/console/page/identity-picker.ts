import { el, segments } from '../../preview/panel/dom';
import type { RunAs, RunText } from '../shared/console-api';
import { field } from './parts';
import { t } from './words';

const CHOICES: readonly RunAs[] = ['console', 'timer', 'employee', 'openid'];

export type Identity = Pick<RunText, 'as' | 'who'>;

/** On whose behalf a function runs: a choice, and the id where it needs one. */
export class IdentityPicker {
  private readonly who = el('input', { spellcheck: false });
  private readonly whoField = field('', this.who);
  private readonly choice = el('div', { className: 'field' });
  private as: RunAs = 'console';

  readonly parts: readonly HTMLElement[] = [this.choice, this.whoField];

  get value(): Identity {
    return { as: this.as, who: this.who.value.trim() };
  }

  set value({ as, who }: Identity) {
    this.who.value = who;
    this.choose(as);
  }

  private choose(as: RunAs): void {
    this.as = as;
    const choices = CHOICES.map((value) => ({ value, label: t(value) }));
    const group = segments(t('runAs'), choices, as, (value) => {
      this.choose(value as RunAs);
      // The buttons were recreated.
      this.choice.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
    });
    this.choice.replaceChildren(el('span', { textContent: t('runAs') }), group);
    this.whoField.hidden = as === 'console' || as === 'timer';
    const label = as === 'openid' ? 'openid' : t('employeeId');
    this.whoField.querySelector('span')?.replaceChildren(label);
  }
}
