import { type HostHint, type HostStep, type PayerCode, type PaymentHost } from './paymentHostTypes';

/** These platforms open no wallet for us: one pays in the phone's browser. */
export const paymentHost = (): PaymentHost => 'phone_browser';

export const payerCode = (): Promise<PayerCode> => Promise.resolve({});

export const payInHost = (_step: HostStep): Promise<HostHint> => Promise.resolve('failed');
