import { createHmac, timingSafeEqual } from 'node:crypto';
import { type SessionId } from '#shared/contracts/ids';

const goodForSeconds = 300;
/** WeChat takes letters and digits only, 128 at most. */
const form = /^([0-9a-f]{1,12})z([0-9a-f]{64})$/;

type Session = { readonly secret: string; readonly sessionId: SessionId; readonly now: Date };

const seal = ({ secret, sessionId }: Session, until: string): string =>
  createHmac('sha256', secret).update(`wechat payer of ${sessionId} until ${until}`).digest('hex');

/** What WeChat hands back, so that nobody else's answer is taken for that of this session. */
export function payerState(session: Session): string {
  const until = (Math.floor(session.now.getTime() / 1000) + goodForSeconds).toString(16);
  return `${until}z${seal(session, until)}`;
}

/** Whether this session asked, within the last five minutes. */
export function isPayerState(state: string, session: Session): boolean {
  const [, until = '', given = ''] = form.exec(state) ?? [];
  if (given === '' || session.now.getTime() >= parseInt(until, 16) * 1000) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(seal(session, until)));
}
