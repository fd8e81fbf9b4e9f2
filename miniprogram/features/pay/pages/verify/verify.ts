import '../../words/words';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { screen } from '../../../../services/screen';
import { netOf, type VerifyModel, verifyView } from './verify.view';

const startModel = (): VerifyModel => ({ code: '', net: '', found: null, busy: false, failure: null });

screen({
  title: (_, t) => t.t('payVerify.title'),
  start: startModel,
  view: verifyView,

  on: {
    onCode({ detail }: WechatMiniprogram.Input) {
      this.update({ code: detail.value, found: null, failure: null });
    },

    onNet({ detail }: WechatMiniprogram.Input) {
      this.update({ net: detail.value, found: null, failure: null });
    },

    async onCheck() {
      const { code, net: typed, busy } = this.model;
      const net = netOf(typed);
      if (net === null || busy) return;
      this.update({ busy: true, failure: null, found: null });
      try {
        const { data } = await cloud.payroll.checkProof({ code, net });
        this.update({ busy: false, found: data });
      } catch (thrown) {
        this.update({ busy: false, failure: failureOf(thrown) });
      }
    },
  },
});
