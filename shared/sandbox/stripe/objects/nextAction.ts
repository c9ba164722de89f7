import type Stripe from 'stripe';
import { qrPng } from '../../kit/qr';
import type { IntentRecord } from '../state/records';
import type { World } from '../world';

/** Where a person pays this intent; who knows the client secret may pay or decline. */
export const payUrl = (world: World, { id, secret }: IntentRecord, page = '') =>
  `${world.publicUrl}/pay/${id}${page}?secret=${secret}`;

/** What the person has to do now: look at a page, or scan a code. */
export function nextAction(world: World, intent: IntentRecord): Stripe.PaymentIntent.NextAction {
  const method = world.store.method.get(intent.paymentMethod ?? '');
  const url = payUrl(world, intent);
  switch (method?.type) {
    case 'alipay':
      return {
        type: 'alipay_handle_redirect',
        alipay_handle_redirect: { native_data: null, native_url: null, return_url: intent.returnUrl, url },
      };
    case 'wechat_pay':
      return {
        type: 'wechat_pay_display_qr_code',
        wechat_pay_display_qr_code: {
          data: url,
          hosted_instructions_url: url,
          image_data_url: `data:image/png;base64,${qrPng(url).toString('base64')}`,
          image_url_png: payUrl(world, intent, '/qr.png'),
          image_url_svg: payUrl(world, intent, '/qr.svg'),
        },
      };
    case 'card':
    case undefined:
      return { type: 'redirect_to_url', redirect_to_url: { return_url: intent.returnUrl, url } };
  }
}
