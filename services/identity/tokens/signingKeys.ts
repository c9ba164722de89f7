import { exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import { accessToken } from '#shared/kit/auth/accessTokens';
import { type Clock } from '#shared/kit/clock';
import { type SigningKey, type SigningKeyStore } from '../storage/signingKeyStore';

const periodMs = 30 * 86_400_000;
const periodOf = (now: Date) => Math.floor(now.getTime() / periodMs);

export type SigningKeys = ReturnType<typeof signingKeys>;

/**
 * Keys that change with the calendar: each period of 30 days signs with its own. The one of the next period is made and
 * published a period ahead, so that verifiers know it when its time comes; the one of the last is published until the period
 * after its own is over. Nobody has to agree on anything: any number of processes come to the same keys.
 */
export function signingKeys(store: SigningKeyStore, now: Clock) {
  let known: readonly SigningKey[] = [];
  let imported: { readonly kid: string; readonly key: Awaited<ReturnType<typeof importJWK>> } | undefined;

  /** Makes the keys of this period and the next if there are none, and drops those whose time is over. */
  async function rotate(): Promise<void> {
    const period = periodOf(now());
    known = await store.between(period - 1, period + 1);
    const missing = [period, period + 1].filter((wanted) => !known.some((key) => key.period === wanted));
    if (missing.length === 0) return;
    for (const wanted of missing) await store.offer(await make(wanted));
    await store.removeBefore(period - 1);
    known = await store.between(period - 1, period + 1);
  }

  return {
    rotate,
    /**
     * For keys that may have leaked: withdraws all of them and makes others. Cut off between the two it has withdrawn them, and
     * whoever rotates next makes the others.
     * @returns how many were withdrawn.
     */
    async replaceAll(): Promise<number> {
      const withdrawn = await store.removeAll();
      await rotate();
      return withdrawn;
    },
    async publicKeys(): Promise<JSONWebKeySet> {
      if (!known.some(({ period }) => period === periodOf(now()))) await rotate();
      return { keys: known.map(({ publicKey }) => publicKey) };
    },
    /** The private key of this moment. */
    async signing() {
      const period = periodOf(now());
      const find = () => known.find((key) => key.period === period);
      if (!find()) await rotate();
      const key = find();
      if (!key) throw new Error(`no signing key for period ${period}`);
      if (imported?.kid !== key._id)
        imported = { kid: key._id, key: await importJWK(key.privateKey, accessToken.algorithm) };
      return imported;
    },
  };
}

async function make(period: number): Promise<SigningKey> {
  const pair = await generateKeyPair(accessToken.algorithm, { extractable: true });
  const [privateKey, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  const kid = `${period}-${String(publicKey.x).slice(0, 8)}`;
  const marked = (key: JWK): JWK => ({ ...key, kid, alg: accessToken.algorithm, use: 'sig' });
  return { _id: kid, period, privateKey: marked(privateKey), publicKey: marked(publicKey) };
}
