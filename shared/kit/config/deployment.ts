type Environment = Readonly<Record<string, string | undefined>>;

/** What tells that real people and real money come to this start; undefined where nothing does. */
export function realDeployment(environment: Environment): string | undefined {
  const value = (name: string) => environment[name]?.trim() ?? '';
  if (value('NODE_ENV') === 'production') return 'NODE_ENV is production';
  if (/^(sk|rk)_live_/.test(value('STRIPE_SECRET_KEY'))) return 'STRIPE_SECRET_KEY is a live key';
  if (value('STRIPE_PUBLISHABLE_KEY').startsWith('pk_live_')) return 'STRIPE_PUBLISHABLE_KEY is a live key';
  if (/^(?!99)\d{8,10}$/.test(value('WECHATPAY_MCHID'))) return 'WECHATPAY_MCHID names a real merchant';
  if (/^(?!9900)\d{16}$/.test(value('ALIPAY_APP_ID'))) return 'ALIPAY_APP_ID names a real app';
  return undefined;
}
