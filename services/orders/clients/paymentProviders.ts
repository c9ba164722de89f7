import {
  PaymentMethod,
  type PaymentHost,
  type PaymentProviderName,
} from '#shared/contracts/orders/paymentViews';
import { hostOf, type PaymentWish } from '#shared/contracts/orders/payments';
import { Refused } from '#shared/kit/domainError';
import { type PaymentProvider } from './paymentProvider';

/** The providers that this deployment is set up with. Of those that do the same way of paying, the one named first does it. */
export class PaymentProviders {
  readonly all: readonly PaymentProvider[];

  constructor(all: readonly PaymentProvider[]) {
    this.all = all;
  }

  /** @throws {Refused} PAYMENT_UNAVAILABLE when it is not set up any more: what it holds waits until it is */
  of(name: PaymentProviderName): PaymentProvider {
    const provider = this.all.find((one) => one.name === name);
    if (!provider) throw new Refused('PAYMENT_UNAVAILABLE', `${name} is not set up`);
    return provider;
  }

  /** @throws {Refused} PAYMENT_METHOD_NOT_OFFERED */
  forWish(wish: PaymentWish): PaymentProvider {
    const host = hostOf(wish);
    const provider = this.all.find((one) => one.methodsIn(host).includes(wish.method));
    if (!provider) throw new Refused('PAYMENT_METHOD_NOT_OFFERED');
    return provider;
  }

  /** The ways to pay that are offered in a host, best first. */
  methodsIn(host: PaymentHost): PaymentMethod[] {
    const offered = new Set(this.all.flatMap((one) => one.methodsIn(host)));
    return PaymentMethod.options.filter((method) => offered.has(method));
  }
}
