import '../../words/words';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { changedPaths } from '../../../../utils/changed-paths';
import { keepOpening } from '../../opening';
import { canCheckOnPhone, checkOwner } from '../../phone-check';
import { type Behind, isReady, type LockModel, lockView } from './pay-lock.view';

type Field = 'old' | 'pass' | 'again';

const start: LockModel = {
  ...{ state: null, step: 'enter', about: 'pay', canCheck: false, old: '', pass: '', again: '' },
  ...{ busy: false, failure: null },
};

const models = new WeakMap<object, LockModel>();
const leaves = new WeakMap<object, () => void>();

/** The second check in front of pay. Event `open`: it was made, see `opening.ts`. */
Component({
  options: { addGlobalClass: true },
  properties: {
    about: { type: String, value: 'pay' },
  },
  data: lockView(start, words()),
  lifetimes: {
    attached() {
      models.set(this, { ...start, about: this.properties.about as Behind });
      leaves.set(
        this,
        onLanguageChange(() => this.update({})),
      );
      void this.ask();
    },
    detached() {
      leaves.get(this)?.();
      models.delete(this);
    },
  },
  methods: {
    model(): LockModel {
      return models.get(this) ?? start;
    },

    update(change: Partial<LockModel>) {
      if (!models.has(this)) return;
      models.set(this, { ...this.model(), ...change });
      const changes = changedPaths(this.data, lockView(this.model(), words()));
      if (Object.keys(changes).length > 0) this.setData(changes as object);
    },

    async ask() {
      this.update({ failure: null });
      try {
        const [{ data: state }, canCheck] = await Promise.all([
          cloud.payroll.secondCheck({}),
          canCheckOnPhone(),
        ]);
        this.update({ state, canCheck: canCheck && state.hasPass, step: state.hasPass ? 'enter' : 'set' });
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },

    onRetry() {
      void this.ask();
    },

    onField({ currentTarget, detail }: WechatMiniprogram.Input<never, { field: Field }>) {
      this.update({ [currentTarget.dataset.field]: detail.value.slice(0, 6), failure: null });
    },

    onChange() {
      this.update({ step: 'change', old: '', pass: '', again: '', failure: null });
    },

    onBack() {
      this.update({ step: 'enter', old: '', pass: '', again: '', failure: null });
    },

    onOk() {
      const model = this.model();
      if (!isReady(model)) return;
      const { step, old, pass } = model;
      void this.open(() => {
        if (step === 'enter') return cloud.payroll.openPay({ pass });
        return cloud.payroll.setPass(step === 'change' ? { pass, old } : { pass });
      });
    },

    /** The finger or the face; nothing happens if the person cancels it. */
    async onPhone() {
      const { state, busy } = this.model();
      if (busy || !state) return;
      const phone = await checkOwner(state.challenge);
      if (phone) await this.open(() => cloud.payroll.openPay({ phone }));
    },

    async open(send: () => ReturnType<typeof cloud.payroll.openPay>) {
      this.update({ busy: true, failure: null });
      try {
        keepOpening((await send()).data);
        this.update({ busy: false, old: '', pass: '', again: '' });
        this.triggerEvent('open');
      } catch (thrown) {
        const failure = failureOf(thrown);
        this.update({ busy: false, old: '', pass: '', again: '', failure });
        // A challenge holds for two minutes, and a pass may have been reset meanwhile.
        if (failure.code === 'PHONE_CHECK_FAILED' || failure.code === 'PASS_UNSET') await this.askAgain();
      }
    },

    /** Keeps what is said about the failure. */
    async askAgain() {
      const { failure } = this.model();
      await this.ask();
      if (!this.model().failure) this.update({ failure });
    },
  },
});
