import { useEffect, useState } from 'react';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { showToast } from '@/design/components/Toast';
import { paymentHost } from '@/platform/paymentHost';
import { takeWechatAnswer, visitWechat, type WechatAnswer } from '@/platform/wechatVisit';

/** The page that WeChat leads back to. It is opened anew, so that nothing is left to go back to. */
const returnPath = (orderId: string) => `/#/pages/payment/index?orderId=${orderId}`;

const tell = (problem: unknown): void => showToast(messageOf(problem), 'problem');

/**
 * WeChat's browser pays by the wallet of whoever uses it, which WeChat tells by leading there and back once. `ask` goes there, unless it
 * is of no use, and says whether it does; `answer` is what WeChat has just said.
 */
export const useWechatPayer = (orderId: string) => {
  const isThere = paymentHost() === 'wechat_browser';
  const [answer] = useState(() => (isThere ? takeWechatAnswer() : undefined));
  const ask = (): boolean => {
    // Whoever has just been there is not sent again.
    if (!isThere || answer) return false;
    const asked = api.identity.askWechatPayer({ body: { returnPath: returnPath(orderId) } });
    void asked.then(({ url }) => visitWechat(url), tell);
    return true;
  };
  return { ask, answer };
};

/** Hands on what WeChat said, and goes on paying. */
export const useWechatAnswer = (answer: WechatAnswer | undefined, payOn: (method: 'wechat_pay') => void) =>
  useEffect(() => {
    if (!answer) return;
    void api.identity.keepWechatPayer({ body: answer }).then(() => payOn('wechat_pay'), tell);
  }, [answer, payOn]);
