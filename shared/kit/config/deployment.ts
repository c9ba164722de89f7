type Environment = Readonly<Record<string, string | undefined>>;

/** What tells that real people and real money come to this start; undefined where nothing does. */
export function realDeployment(environment: Environment): string | undefined {
  const value = (name: string) => environment[name]?.trim() ?? '';
  if (value('NODE_ENV') === 'production') return 'NODE_ENV is production';
  if (/^(sk|rk)_live_/.test(value('STRIPE_SECRET_KEY'))) return 'STRIPE_SECRET_KEY is a live key';
  if (value('STRIPE_PUBLISHABLE_KEY').startsWith('pk_live_')) return 'STRIPE_PUBLISHABLE_KEY is a live key';
  return undefined;
}
