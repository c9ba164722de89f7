import { useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { type PaymentMethod, type PaymentView } from '#shared/contracts/orders/paymentViews';
import { isProblem } from '@/client/apiProblem';
import { showToast } from '@/design/components/Toast';
import { useTexts } from '@/i18n/texts';
import { leaveFor, openBeside } from '@/platform/openExternal';
import { payInHost, paymentHost } from '@/platform/paymentHost';
import { type HostHint, type HostStep } from '@/platform/paymentHostTypes';
import { paymentTexts } from './texts';
import { pageOf, useBeginPayment } from './usePayment';
import { useWechatAnswer, useWechatPayer } from './useWechatPayer';

const isHostStep = (step: PaymentView['step']): step is Extract<PaymentView['step'], HostStep> =>
  step.kind === 'wechat_request_payment' || step.kind === 'alipay_trade_pay';

/** How long another page may take to come. Until then a second tap does not give up what the person is about to pay. */
const leavingMs = 8_000;

/** Paying by one tap: begins, and goes on to where the person pays. `hint` is what the host said last; how it stands is asked anew. */
export const usePay = (orderId: string, payment: PaymentView) => {
  const t = useTexts(paymentTexts);
  const queryClient = useQueryClient();
  const [hint, setHint] = useState<HostHint>();
  const [inHost, setInHost] = useState(false);

  const [leaving, setLeaving] = useState(false);
  useDidShow(() => setLeaving(false));

  const leave = (page: string): ReturnType<typeof leaveFor> => {
    setLeaving(true);
    setTimeout(() => setLeaving(false), leavingMs);
    return leaveFor(page);
  };
  const openInHost = async (step: HostStep): Promise<void> => {
    setInHost(true);
    const said = await payInHost(step).catch((): HostHint => 'failed');
    setInHost(false);
    setHint(said);
    void queryClient.invalidateQueries({ queryKey: ['payment', orderId] });
    void queryClient.invalidateQueries({ queryKey: ['order', orderId] });
  };
  const open = (begun: PaymentView): void => {
    if (isHostStep(begun.step)) return void openInHost(begun.step);
    const page = pageOf(begun);
    if (page === undefined) {
      if (begun.step.kind === 'confirm_card') showToast(t('noPage'), 'problem');
      return;
    }
    // A redirect comes back by itself; the other pages do not, so this one stays and sees the result.
    void (begun.step.kind === 'redirect' ? leave(page) : openBeside(page)).then((how) => {
      if (how !== 'copied') return;
      setLeaving(false);
      showToast(t('copied'), 'info');
    });
  };
  const { ask, answer } = useWechatPayer(orderId);
  const begin = useBeginPayment(
    orderId,
    (begun) => {
      setHint(undefined);
      // A large screen shows a code to scan; whoever pays on the phone in their hand goes on at once.
      if (begun.step.kind !== 'show_qr' || paymentHost() !== 'desktop_browser') open(begun);
    },
    (refusal) => isProblem(refusal, 'PAYER_UNKNOWN') && ask(),
  );
  useWechatAnswer(answer, begin.mutate);

  const again = (method: PaymentMethod): void => begin.mutate(method);
  /** Opens once more what was closed or left: the service renews what ends. What the host refused begins anew. */
  const pay = (method: PaymentMethod): void => {
    const isBegun = payment.status === 'waiting' && payment.method === method;
    const canReopen = isHostStep(payment.step) || payment.step.kind === 'redirect';
    if (isBegun && canReopen && hint !== 'failed') open(payment);
    // It may be the WeChat of somebody else than the account paid by before.
    else if (hint === 'failed' && ask()) setHint(undefined);
    else again(method);
  };
  return { pay, again, open, busy: begin.isPending || inHost || leaving, hint };
};
