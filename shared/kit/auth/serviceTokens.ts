import { errors, jwtVerify, SignJWT } from 'jose';
import { ServiceName } from '../../contracts/roles';
import { type Clock } from '../clock';
import { Refused } from '../domainError';
import { type ServiceCaller } from '../http/caller';

const issuer = 'lintuan-service';
const lifetimeSeconds = 120;

export type ServiceTokens = {
  /** A short-lived token that names this service, for `Authorization: Service …`. */
  sign(): Promise<string>;
  /** @throws {Refused} NOT_SIGNED_IN */
  verify(token: string): Promise<ServiceCaller>;
};

/**
 * How our services prove themselves to each other: HS256 tokens of two minutes under one secret that all of them share.
 * @param secret at least 32 bytes.
 */
export function serviceTokens(service: ServiceName, secret: Uint8Array, now: Clock): ServiceTokens {
  let current: { token: string; renewAt: number } | undefined;
  return {
    async sign() {
      const at = now().getTime();
      if (current && at < current.renewAt) return current.token;
      const seconds = Math.floor(at / 1000);
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(service)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + lifetimeSeconds)
        .sign(secret);
      current = { token, renewAt: at + (lifetimeSeconds * 1000) / 2 };
      return token;
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, secret, {
          issuer,
          audience: issuer,
          algorithms: ['HS256'],
          currentDate: now(),
        });
        return { kind: 'service', service: ServiceName.parse(payload.sub) };
      } catch (error) {
        if (error instanceof errors.JOSEError) throw new Refused('NOT_SIGNED_IN');
        throw error;
      }
    },
  };
}
